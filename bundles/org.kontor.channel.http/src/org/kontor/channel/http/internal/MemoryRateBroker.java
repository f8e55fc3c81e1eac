package org.kontor.channel.http.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.kontor.channel.http.HttpCall.Urgency;
import org.kontor.channel.http.RateBroker;
import org.osgi.service.component.annotations.Component;

/** Knows the limits as long as the process lives; after a start, the first answer tells them anew. */
@Component
public final class MemoryRateBroker implements RateBroker {
    /** When a pause ends, waiting replies go first. */
    private static final Duration HEAD_START = Duration.ofSeconds(1);

    private final Map<Key, Budget> budgets = new ConcurrentHashMap<>();

    @Override
    public Optional<Instant> ask(Key key, Urgency urgency, int cost, Instant now) {
        return budget(key).ask(urgency, cost, now);
    }

    @Override
    public void observed(Key key, State state) {
        budget(key).observed(state);
    }

    @Override
    public void refused(Key key, Instant until) {
        budget(key).refused(until);
    }

    @Override
    public Optional<State> state(Key key, Instant now) {
        Budget budget = budgets.get(key);
        return budget == null ? Optional.empty() : budget.state(now);
    }

    private Budget budget(Key key) {
        return budgets.computeIfAbsent(key, k -> new Budget());
    }

    /** One limit. */
    private static final class Budget {
        private @Nullable State state;
        private @Nullable Instant pausedUntil;

        synchronized Optional<Instant> ask(Urgency urgency, int cost, Instant now) {
            Instant pause = pausedUntil;
            if (pause != null) {
                Instant mine = urgency == Urgency.REPLY ? pause : pause.plus(HEAD_START);
                if (now.isBefore(mine)) {
                    return Optional.of(mine);
                }
            }
            State known = current(now);
            if (known == null) {
                return Optional.empty();
            }
            if (known.remaining() - cost < reserve(known.limit(), urgency)) {
                return Optional.of(
                        urgency == Urgency.REPLY
                                ? known.resetAt()
                                : known.resetAt().plus(HEAD_START));
            }
            state = new State(known.limit(), known.remaining() - cost, known.resetAt());
            return Optional.empty();
        }

        private static long reserve(long limit, Urgency urgency) {
            return switch (urgency) {
                case REPLY -> 0;
                case INTERACTIVE -> limit / 10;
                case POLL -> limit / 5;
            };
        }

        synchronized void observed(State told) {
            State known = state;
            // Answers overtake each other: within one window the smaller number is the later one.
            boolean sameWindow = known != null
                    && Duration.between(known.resetAt(), told.resetAt()).abs().compareTo(HEAD_START) <= 0;
            if (known == null || !sameWindow || told.remaining() < known.remaining()) {
                state = told;
            }
        }

        synchronized void refused(Instant until) {
            Instant pause = pausedUntil;
            if (pause == null || until.isAfter(pause)) {
                pausedUntil = until;
            }
        }

        synchronized Optional<State> state(Instant now) {
            return Optional.ofNullable(current(now));
        }

        private @Nullable State current(Instant now) {
            State known = state;
            if (known != null && !now.isBefore(known.resetAt())) {
                state = null;
                return null;
            }
            return known;
        }
    }
}
