package org.kontor.store.internal.sql;

import java.time.Instant;
import org.kontor.api.outbox.OutboxEntry;

/**
 * Times as the database keeps them: nanoseconds since 1970, so that an instant comes back as it went in. That reaches from
 * 1677 to 2262; later is {@link #NEVER}, earlier is the first.
 */
public final class Times {
    /** The number that stands for a time that does not come; sorts after every other. */
    public static final long NEVER = Long.MAX_VALUE;

    private static final long NANOS = 1_000_000_000L;
    private static final long LAST_SECOND = Long.MAX_VALUE / NANOS - 1;
    private static final long FIRST_SECOND = Long.MIN_VALUE / NANOS + 1;

    private Times() {}

    /** The number for a time. */
    public static long number(Instant at) {
        if (at.getEpochSecond() > LAST_SECOND) {
            return NEVER;
        }
        return Math.max(at.getEpochSecond(), FIRST_SECOND) * NANOS + at.getNano();
    }

    /** The time for a number. */
    public static Instant instant(long number) {
        if (number == NEVER) {
            return OutboxEntry.NEVER;
        }
        return Instant.ofEpochSecond(Math.floorDiv(number, NANOS), Math.floorMod(number, NANOS));
    }
}
