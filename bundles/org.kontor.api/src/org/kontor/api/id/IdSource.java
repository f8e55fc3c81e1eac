package org.kontor.api.id;

import java.time.InstantSource;

/**
 * Makes 64-bit ids that grow with time: 42 bits of milliseconds since 2024-01-01T00:00Z, 9 bits of node, 12 bits of counter
 * (the sign bit stays clear). Safe for use by several threads; never hands out the same number twice in one process, even
 * when the system clock is set back.
 */
public final class IdSource {
    /** Milliseconds from 1970 to 2024-01-01T00:00Z, where the ids' own time begins. */
    public static final long EPOCH_MILLIS = 1_704_067_200_000L;

    private static final int NODE_BITS = 9;
    private static final int COUNTER_BITS = 12;
    private static final long COUNTER_MASK = (1L << COUNTER_BITS) - 1;

    private final InstantSource clock;
    private final long node;
    private long last;

    /**
     * @param clock where the time comes from
     * @param node number of this process among those that write to one store, 0 to 511
     */
    public IdSource(InstantSource clock, int node) {
        this(clock, node, 0);
    }

    /**
     * @param clock where the time comes from
     * @param node number of this process among those that write to one store, 0 to 511
     * @param above an id that was handed out before, or 0: all new ones are larger, even if the clock was set back since
     */
    public IdSource(InstantSource clock, int node, long above) {
        if (node < 0 || node >= 1 << NODE_BITS) {
            throw new IllegalArgumentException("node must be 0 to 511, was " + node);
        }
        this.clock = clock;
        this.node = node;
        this.last = above >>> (NODE_BITS + COUNTER_BITS) << COUNTER_BITS | COUNTER_MASK;
    }

    /** The next number, larger than every one before it. */
    public synchronized long next() {
        long tick = (clock.millis() - EPOCH_MILLIS) << COUNTER_BITS;
        // Counter overflow and a clock set back both borrow from the future rather than repeat.
        last = Math.max(last + 1, tick);
        long millis = last >>> COUNTER_BITS;
        return millis << (NODE_BITS + COUNTER_BITS) | node << COUNTER_BITS | last & COUNTER_MASK;
    }
}
