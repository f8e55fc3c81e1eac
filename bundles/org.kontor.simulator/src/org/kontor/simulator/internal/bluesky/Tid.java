package org.kontor.simulator.internal.bluesky;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Record keys made from the time: thirteen characters that sort by age. Safe for several threads. */
public final class Tid {

    private static final int CLOCK_ID = 17;

    private long last;

    /** The next key at that time, later than all keys given before. */
    public synchronized String next(Instant now) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, now);
        last = Math.max(micros, last + 1);
        return Base32.sortable(last << 10 | CLOCK_ID);
    }

    /** A key for a record of the past, which does not move the clock of {@link #next}. */
    public static String at(Instant time, int salt) {
        return Base32.sortable(ChronoUnit.MICROS.between(Instant.EPOCH, time) << 10 | salt & 1023);
    }
}
