package org.kontor.runner.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.kontor.api.channel.Fault;

/** How long a loop waits after a fault: as the platform says, else a little, doubled up to 5 min, spread so that not all come back at once. */
final class Pauses {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    /** Nobody mends a password within seconds, and each wrong try counts against the account. */
    private static final Duration NEEDS_A_PERSON = Duration.ofMinutes(15);

    private final RandomGenerator random;
    private final Duration first;
    private int inARow;

    /** @param first the pause after the first of several faults */
    Pauses(RandomGenerator random, Duration first) {
        this.random = random;
        this.first = first;
    }

    void well() {
        inARow = 0;
    }

    Duration after(Fault fault, Instant now) {
        Instant retryAt = fault.retryAt();
        if (retryAt != null && retryAt.isAfter(now)) {
            return Duration.between(now, retryAt);
        }
        Duration base = fault.kind().passing() ? growing() : NEEDS_A_PERSON;
        return base.plusMillis(random.nextLong(base.toMillis() / 4 + 1));
    }

    private Duration growing() {
        Duration pause = first.multipliedBy(1L << Math.min(inARow, 10));
        inARow++;
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
