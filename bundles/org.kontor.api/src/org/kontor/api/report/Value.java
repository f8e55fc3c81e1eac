package org.kontor.api.report;

import java.time.Duration;

/**
 * A number of a report.
 *
 * @since 0.1
 */
public sealed interface Value {
    /** So many. */
    record Count(long count) implements Value {}

    /**
     * A part of a whole.
     *
     * @param whole at least 1
     */
    record Share(long part, long whole) implements Value {
        public Share {
            if (part < 0 || whole < 1 || part > whole) {
                throw new IllegalArgumentException(part + " of " + whole + " is no share");
            }
        }

        /** From 0 to 1. */
        public double fraction() {
            return (double) part / whole;
        }
    }

    /** A length of time by the clock on the wall. */
    record Wait(Duration length) implements Value {}

    /** There is nothing that it could be made of. */
    record None() implements Value {}

    /** As a plain number for drawing: the count, the fraction, seconds; 0 for nothing. */
    default double size() {
        return switch (this) {
            case Count c -> c.count();
            case Share s -> s.fraction();
            case Wait w -> w.length().toNanos() / 1e9;
            case None n -> 0;
        };
    }
}
