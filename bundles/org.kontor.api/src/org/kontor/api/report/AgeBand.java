package org.kontor.api.report;

import java.time.Duration;

/**
 * How long an open inquiry has waited since its first message was published.
 *
 * @since 0.1
 */
public enum AgeBand {
    UNDER_1_HOUR(Duration.ZERO, Duration.ofHours(1)),
    UNDER_4_HOURS(Duration.ofHours(1), Duration.ofHours(4)),
    UNDER_1_DAY(Duration.ofHours(4), Duration.ofDays(1)),
    UNDER_3_DAYS(Duration.ofDays(1), Duration.ofDays(3)),
    UNDER_7_DAYS(Duration.ofDays(3), Duration.ofDays(7)),
    OLDER(Duration.ofDays(7), Duration.ofDays(36_500));

    private final Duration from;
    private final Duration to;

    AgeBand(Duration from, Duration to) {
        this.from = from;
        this.to = to;
    }

    /** The least age; inclusive. What is dated ahead of now is youngest. */
    public Duration from() {
        return from;
    }

    /** The age that it ends at; exclusive. */
    public Duration to() {
        return to;
    }
}
