package org.kontor.ui.inbox.internal.model;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kontor.api.conversation.Draft;
import org.kontor.api.store.ConversationRef;

/**
 * Keeps what is being typed, within 250 ms of the key. One draft is written at a time and only the newest of each
 * conversation; what could not be written is tried again and never forgotten while the window is open.
 */
public final class DraftJournal {
    /** What is left of the 250 ms when the write itself is taken off. */
    static final Duration SOON = Duration.ofMillis(150);

    static final Duration AGAIN = Duration.ofSeconds(2);

    private final Services services;
    private final Threads threads;
    private final Listeners<DraftJournal> listeners = new Listeners<>();
    private final Map<ConversationRef, Draft> waiting = new LinkedHashMap<>();
    private final Map<ConversationRef, Draft> latest = new Lru<>(200);
    private final TaskSlot timer = new TaskSlot();
    private boolean writing;
    private @Nullable Trouble trouble;

    public DraftJournal(Services services, Threads threads) {
        this.services = services;
        this.threads = threads;
    }

    /** Who hears when {@link #trouble} is another. */
    public Listeners<DraftJournal> listeners() {
        return listeners;
    }

    /** Why drafts cannot be kept; null while all is well. */
    public @Nullable Trouble trouble() {
        return trouble;
    }

    /** Whether everything typed is durable. */
    public boolean clean() {
        return waiting.isEmpty() && !writing;
    }

    /** The newest draft of this window, durable or not; null if nothing was typed here. */
    @Nullable
    Draft latest(ConversationRef ref) {
        return latest.get(ref);
    }

    /** Keeps a draft soon; one without content is forgotten by the store. */
    void put(ConversationRef ref, Draft draft) {
        waiting.put(ref, draft);
        latest.put(ref, draft);
        if (!timer.busy() && !writing) {
            timer.set(threads.later(SOON, this::write));
        }
    }

    /** The reply was queued, which ended its draft in the same transaction. */
    void sent(ConversationRef ref, Draft empty) {
        waiting.remove(ref);
        latest.put(ref, empty);
    }

    /** The same, for a conversation that is not open any more. */
    void forget(ConversationRef ref) {
        waiting.remove(ref);
        latest.remove(ref);
    }

    /** Writes now what waits: before the window closes or another conversation opens. */
    public void flush() {
        if (!waiting.isEmpty() && !writing) {
            write();
        }
    }

    private void write() {
        timer.cancel();
        if (waiting.isEmpty() || writing) {
            return;
        }
        Map.Entry<ConversationRef, Draft> next = waiting.entrySet().iterator().next();
        ConversationRef ref = next.getKey();
        Draft draft = next.getValue();
        waiting.remove(ref);
        writing = true;
        threads.work(
                "draft",
                () -> {
                    services.drafts().keep(services.scope(), ref, draft);
                    return draft;
                },
                kept -> wrote(),
                fault -> failed(ref, draft, fault));
    }

    private void wrote() {
        writing = false;
        tell(null);
        if (!waiting.isEmpty()) {
            timer.set(threads.later(SOON, this::write));
        }
    }

    private void failed(ConversationRef ref, Draft draft, RuntimeException fault) {
        writing = false;
        waiting.putIfAbsent(ref, draft);
        tell(Trouble.of(fault));
        timer.set(threads.later(AGAIN, this::write));
    }

    private void tell(@Nullable Trouble now) {
        boolean other = now == null ? trouble != null : !now.equals(trouble);
        trouble = now;
        if (other) {
            listeners.fire(this);
        }
    }
}
