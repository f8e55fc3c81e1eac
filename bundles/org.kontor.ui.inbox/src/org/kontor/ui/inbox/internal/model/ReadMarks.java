package org.kontor.ui.inbox.internal.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.ReadRows;

/** What the user has looked at: the last {@value #MOST} of it in memory, all of it in the store. */
final class ReadMarks {
    static final int MOST = 20_000;
    static final Duration SOON = Duration.ofMillis(500);

    /**
     * Conversations with the marks that the store has of them.
     *
     * @param marks up to where the user has looked, where he has
     */
    record Read(List<Conversation> conversations, Map<ConversationRef, Instant> marks) {
        static final Read NOTHING = new Read(List.of(), Map.of());

        static Read of(ReadRows rows, Collection<ConversationRef> refs) {
            return new Read(rows.conversations(refs), rows.readMarks(refs));
        }
    }

    private final Services services;
    private final Threads threads;
    private final Map<ConversationRef, Instant> looked = new Lru<>(MOST);
    private final Map<ConversationRef, Instant> waiting = new HashMap<>();
    private final TaskSlot timer = new TaskSlot();

    ReadMarks(Services services, Threads threads) {
        this.services = services;
        this.threads = threads;
    }

    /** Takes over what the store knows. */
    void know(Map<ConversationRef, Instant> marks) {
        marks.forEach((ref, upTo) -> looked.merge(ref, upTo, ReadMarks::later));
    }

    void look(Conversation conversation) {
        ConversationRef ref = ConversationRef.of(conversation);
        Instant upTo = conversation.lastActivity();
        if (upTo.equals(looked.put(ref, upTo))) {
            return;
        }
        waiting.merge(ref, upTo, ReadMarks::later);
        if (!timer.busy()) {
            timer.set(threads.later(SOON, this::write));
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Whether an open inquiry has something in it that was not looked at. */
    boolean unread(Conversation conversation) {
        if (!conversation.state().open()) {
            return false;
        }
        Instant last = looked.get(ConversationRef.of(conversation));
        return last == null || last.isBefore(conversation.lastActivity());
    }

    /** Makes durable what was looked at: after a while, and when the window closes. */
    void write() {
        timer.cancel();
        if (waiting.isEmpty()) {
            return;
        }
        Map<ConversationRef, Instant> marks = Map.copyOf(waiting);
        waiting.clear();
        threads.<Boolean>work(
                "marks",
                () -> {
                    services.reading().looked(services.scope(), marks);
                    return true;
                },
                written -> {},
                // They go with the next ones: the feed tells when the store cannot be used.
                fault -> marks.forEach((ref, upTo) -> waiting.merge(ref, upTo, ReadMarks::later)));
    }
}
