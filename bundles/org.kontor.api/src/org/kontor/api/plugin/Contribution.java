package org.kontor.api.plugin;

import java.time.Duration;

/**
 * Something that a bundle contributes, as it is named in messages and records.
 *
 * @param bundle the symbolic name of the bundle that it comes from
 * @param kind what it is
 * @param id as the contribution names itself; the bundle's name should lead it
 * @since 0.1
 */
public record Contribution(String bundle, Kind kind, String id) {
    /** What is contributed, and how long a call of it may take. */
    public enum Kind {
        REPLY_CHECK(2_000),
        SIDE_SECTION(5_000),
        REPORT_SECTION(30_000),
        BRAND_ACCENT(200),
        PALETTE(2_000),
        PREFERENCES(2_000),
        TRIAGE(2_000),
        CLOCK(2_000),
        /** Code of the bundle's own in the window: parts, handlers, add-ons. Not called by the guard, but watched. */
        WINDOW(2_000);

        private final int milliseconds;

        Kind(int milliseconds) {
            this.milliseconds = milliseconds;
        }

        /** A call that takes longer is given up and counts as a fault. */
        public Duration limit() {
            return Duration.ofMillis(milliseconds);
        }
    }

    public Contribution {
        if (bundle.isBlank() || id.isBlank()) {
            throw new IllegalArgumentException("a contribution has a bundle and an id");
        }
    }
}
