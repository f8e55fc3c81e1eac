package org.kontor.ui.inbox.internal.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kontor.api.id.BrandId;
import org.kontor.api.store.Change;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.ReadRows;
import org.kontor.api.store.Store;

/**
 * Follows the change feed for all views of the inbox: once a second, and soon after a hint. What was committed late under an
 * earlier number is found by reading the last {@link #OVERLAP} again.
 */
public final class Feed {
    /** How far back is read again (design.md 7). */
    static final Duration OVERLAP = Duration.ofSeconds(60);

    static final Duration EVERY = Duration.ofSeconds(1);
    static final Duration AFTER_HINT = Duration.ofMillis(400);
    private static final int PAGE = 5_000;
    private static final int MAX_PAGES = 10;

    /**
     * Whether the store could be read.
     *
     * @param fault null while all is well
     */
    public record Health(@Nullable RuntimeException fault) {}

    /**
     * What changed since the last time.
     *
     * @param list oldest first, each once
     * @param all whether there was too much to name, so that everything is to be read anew
     */
    public record Changes(List<Change> list, boolean all) {
        /** The conversations that changed, by id. */
        public Set<Long> conversations() {
            return list.stream()
                    .filter(change -> change.kind() == Change.Kind.CONVERSATION)
                    .map(Change::id)
                    .collect(Collectors.toSet());
        }

        /** Whether a conversation may look different now; outbox entries are told apart by brand only. */
        public boolean touches(ConversationRef ref) {
            return all
                    || list.stream()
                            .filter(change -> change.brand().equals(ref.brand()))
                            .anyMatch(change -> change.kind() == Change.Kind.OUTBOX
                                    || change.kind() == Change.Kind.CONVERSATION
                                            && change.id() == ref.id().value());
        }

        /** Whether anything of a kind changed. */
        public boolean any(Change.Kind kind) {
            return all || list.stream().anyMatch(change -> change.kind() == kind);
        }

        /** The brands of which something changed. */
        public Set<BrandId> brands() {
            return list.stream().map(Change::brand).collect(Collectors.toSet());
        }
    }

    private final Services services;
    private final Threads threads;
    private final Listeners<Changes> listeners = new Listeners<>();
    private final Listeners<Health> health = new Listeners<>();
    private final Store.Registration hints;
    private @Nullable Position position;
    private final TaskSlot timer = new TaskSlot();
    private Duration timerDelay = EVERY;
    private boolean polling;
    private boolean again;
    private boolean closed;

    /**
     * Makes a feed that stands still until {@link #start}.
     *
     * @param services gives the store
     */
    public Feed(Services services, Threads threads) {
        this.services = services;
        this.threads = threads;
        this.hints = services.store().onCommit(seq -> threads.ui(() -> schedule(AFTER_HINT)));
    }

    /** Begins to follow; the first that the listeners hear is that everything is to be read. */
    public void start() {
        look();
    }

    /** Who hears of changes. */
    public Listeners<Changes> changes() {
        return listeners;
    }

    /** Who hears, after each look, whether the store could be read. */
    public Listeners<Health> health() {
        return health;
    }

    /** Looks now rather than in its turn: after the user's own action. */
    public void look() {
        if (polling) {
            again = true;
        } else {
            poll();
        }
    }

    /** Looks no more. */
    void end() {
        closed = true;
        hints.close();
        timer.cancel();
    }

    private void schedule(Duration delay) {
        if (closed || polling || timer.busy() && timerDelay.compareTo(delay) <= 0) {
            again |= polling;
            return;
        }
        timerDelay = delay;
        timer.set(threads.later(delay, this::poll));
    }

    private void poll() {
        timer.cancel();
        if (closed) {
            return;
        }
        polling = true;
        Position from = position;
        threads.work("feed", () -> services.read(rows -> Position.read(from, rows)), this::took, this::failed);
    }

    private void took(Step step) {
        position = step.next();
        if (!closed && (step.changes().all() || !step.changes().list().isEmpty())) {
            listeners.fire(step.changes());
        }
        ended();
        health.fire(new Health(null));
    }

    private void failed(RuntimeException fault) {
        ended();
        health.fire(new Health(fault));
    }

    private void ended() {
        polling = false;
        boolean soon = again;
        again = false;
        schedule(soon ? AFTER_HINT : EVERY);
    }

    private record Step(Position next, Changes changes) {}

    /**
     * How far the feed was read.
     *
     * @param floor everything up to here is settled
     * @param seen what was seen after it, by number
     */
    private record Position(long floor, Map<Long, Instant> seen) {
        static Step read(@Nullable Position from, ReadRows rows) {
            if (from == null) {
                return new Step(new Position(rows.changeHead(), Map.of()), new Changes(List.of(), true));
            }
            List<Change> fresh = new ArrayList<>();
            Map<Long, Instant> seen = new HashMap<>();
            long after = from.floor;
            for (int page = 0; page < MAX_PAGES; page++) {
                List<Change> read = rows.changes(after, PAGE);
                for (Change change : read) {
                    seen.put(change.seq(), change.at());
                    if (!from.seen.containsKey(change.seq())) {
                        fresh.add(change);
                    }
                }
                if (read.size() < PAGE) {
                    return new Step(settled(from.floor, seen), new Changes(fresh, false));
                }
                after = read.getLast().seq();
            }
            return new Step(new Position(rows.changeHead(), Map.of()), new Changes(List.of(), true));
        }

        private static Position settled(long floor, Map<Long, Instant> seen) {
            Instant newest = seen.values().stream().max(Instant::compareTo).orElse(Instant.EPOCH);
            Instant old = newest.minus(OVERLAP);
            long risen = floor;
            for (Map.Entry<Long, Instant> entry : seen.entrySet()) {
                if (entry.getValue().isBefore(old)) {
                    risen = Math.max(risen, entry.getKey());
                }
            }
            long settled = risen;
            seen.keySet().removeIf(seq -> seq <= settled);
            return new Position(settled, seen);
        }
    }
}
