package org.kontor.ui.inbox.internal.model;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.store.ConversationRef;

/**
 * The conversations behind the rows that are painted, fetched by workers. What is wanted last is fetched first: rows that
 * were scrolled past are never asked for. One read runs at a time, so that an older state never replaces a newer one.
 */
final class RowCache {
    static final int MOST = 4_000;

    private final Services services;
    private final Threads threads;
    private final Consumer<Set<ConversationRef>> arrived;
    private final Consumer<RuntimeException> failed;
    private final ReadMarks marks;
    private final Map<ConversationRef, Conversation> rows = new Lru<>(MOST);

    private final Set<ConversationRef> stale = new HashSet<>();
    private List<ConversationRef> wanted = List.of();
    private boolean reading;

    /**
     * @param marks hears how far they were looked at
     * @param arrived hears which rows have (new) content
     * @param failed hears why rows could not be read
     */
    RowCache(
            Services services,
            Threads threads,
            ReadMarks marks,
            Consumer<Set<ConversationRef>> arrived,
            Consumer<RuntimeException> failed) {
        this.services = services;
        this.threads = threads;
        this.marks = marks;
        this.arrived = arrived;
        this.failed = failed;
    }

    /** What is known; null until it has been fetched. */
    @Nullable
    Conversation get(ConversationRef ref) {
        return rows.get(ref);
    }

    /** Fetches what is not known of these, instead of what was wanted before. */
    void want(List<ConversationRef> refs) {
        wanted = refs;
        readNext();
    }

    /** Reads again what is known of the changed ones. */
    void refresh(Set<Long> changed) {
        rows.keySet().stream().filter(ref -> changed.contains(ref.id().value())).forEach(stale::add);
        readNext();
    }

    /** Reads everything again that is known and wanted; forgets the rest. */
    void refreshAll() {
        rows.keySet().retainAll(Set.copyOf(wanted));
        stale.addAll(rows.keySet());
        readNext();
    }

    /** Takes in what was read on the way. */
    void put(ReadMarks.Read read) {
        marks.know(read.marks());
        put(read.conversations());
    }

    /** Takes in what is known to be newest. */
    void put(Collection<Conversation> conversations) {
        conversations.forEach(conversation -> rows.put(ConversationRef.of(conversation), conversation));
    }

    private void readNext() {
        if (reading) {
            return;
        }
        Set<ConversationRef> batch = new LinkedHashSet<>(wanted);
        batch.removeAll(rows.keySet());
        batch.addAll(stale);
        stale.clear();
        if (batch.isEmpty()) {
            return;
        }
        reading = true;
        threads.work(
                "rows",
                () -> services.read(store -> ReadMarks.Read.of(store, batch)),
                found -> took(batch, found),
                this::fail);
    }

    private void took(Set<ConversationRef> asked, ReadMarks.Read read) {
        reading = false;
        put(read);
        List<Conversation> found = read.conversations();
        Set<ConversationRef> came = found.stream().map(ConversationRef::of).collect(Collectors.toUnmodifiableSet());
        if (came.size() < asked.size()) {
            // What does not exist (any more) must not be asked for over and over.
            wanted = wanted.stream()
                    .filter(ref -> came.contains(ref) || !asked.contains(ref))
                    .toList();
        }
        arrived.accept(came);
        readNext();
    }

    private void fail(RuntimeException fault) {
        reading = false;
        wanted = List.of();
        failed.accept(fault);
    }
}
