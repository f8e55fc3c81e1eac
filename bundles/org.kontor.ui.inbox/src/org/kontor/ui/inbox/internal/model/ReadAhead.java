package org.kontor.ui.inbox.internal.model;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kontor.api.store.ConversationRef;

/**
 * Conversations that were read before anyone asked for them, or that were open just now, so that a step in the list does not
 * wait for the store. The change feed throws out what is not the newest any more.
 */
final class ReadAhead {
    /** How many are kept: those around the one that is open, and some to go back to. */
    static final int MOST = 8;

    /**
     * A conversation as it was read.
     *
     * @param opened null if it is not there (any more)
     * @param items its whole course
     */
    record Loaded(@Nullable Opened opened, List<TimelineItem> items) {}

    private final Threads threads;
    private final Function<ConversationRef, Loaded> load;
    private final Map<ConversationRef, Loaded> kept = new Lru<>(MOST);
    private List<ConversationRef> wanted = List.of();
    private @Nullable ConversationRef reading;
    /** Whether what is being read has changed since it was begun. */
    private boolean stale;

    /** @param load reads one; called on a worker */
    ReadAhead(Threads threads, Function<ConversationRef, Loaded> load) {
        this.threads = threads;
        this.load = load;
    }

    /** What was read of it and still holds; null for nothing. */
    @Nullable
    Loaded get(ConversationRef ref) {
        return kept.get(ref);
    }

    /** Keeps what was read anyway. */
    void put(ConversationRef ref, Loaded loaded) {
        kept.put(ref, loaded);
    }

    void forget(ConversationRef ref) {
        kept.remove(ref);
    }

    /** Reads these, the first one first, instead of what was wanted before. */
    void want(List<ConversationRef> refs) {
        wanted = refs;
        next();
    }

    /** Throws out what has changed. */
    void changed(Feed.Changes changes) {
        kept.keySet().removeIf(changes::touches);
        ConversationRef now = reading;
        stale |= now != null && changes.touches(now);
    }

    private void next() {
        if (reading != null) {
            return;
        }
        for (ConversationRef ref : wanted) {
            if (!kept.containsKey(ref)) {
                reading = ref;
                stale = false;
                threads.<Loaded>work("ahead", () -> load.apply(ref), loaded -> took(ref, loaded), fault -> failed());
                return;
            }
        }
    }

    private void took(ConversationRef ref, Loaded loaded) {
        reading = null;
        if (stale) {
            // Once more would be once more for nothing where it changes all the time.
            wanted = wanted.stream().filter(each -> !each.equals(ref)).toList();
        } else {
            kept.put(ref, loaded);
        }
        next();
    }

    /** Whoever opens it reads it, and is told why it cannot be read. */
    private void failed() {
        reading = null;
        wanted = List.of();
    }
}
