package org.kontor.store.internal.postgres;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** How often and how long something is tried again. */
final class Patience {
    private static final int MOST_TRIES = 10;
    private static final long FIRST_PAUSE_NANOS = 20_000_000;
    private static final long LONGEST_PAUSE_NANOS = 1_000_000_000;

    private final Duration longest;

    Patience(Duration longest) {
        this.longest = longest;
    }

    Wait begin() {
        return new Wait(System.nanoTime() + longest.toNanos());
    }

    /** The same for who has to wait until a transaction of somebody who is gone has ended by itself. */
    Wait beginAfter(Duration first) {
        return new Wait(System.nanoTime() + longest.plus(first).toNanos());
    }

    /** One call's tries. */
    static final class Wait {
        private final long end;
        private int tries = 1;
        private long pause = FIRST_PAUSE_NANOS;

        private Wait(long end) {
            this.end = end;
        }

        /**
         * Returns when it may be tried again, after a pause. While others are in the way that is a number of times, while the
         * server is away a length of time.
         *
         * @param meaning thrown where another try is of no use, or they are used up
         */
        void orThrow(Throwable fault, RuntimeException meaning) {
            boolean usedUp = !Faults.isBroken(fault) && tries >= MOST_TRIES;
            if (!Faults.isPassing(fault) || usedUp || isOver()) {
                throw meaning;
            }
            rest();
        }

        boolean isOver() {
            return System.nanoTime() - end > 0;
        }

        /** Waits longer each time, and not all for the same time. */
        void rest() {
            tries++;
            LockSupport.parkNanos(pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2));
            pause = Math.min(pause * 2, LONGEST_PAUSE_NANOS);
        }
    }
}
