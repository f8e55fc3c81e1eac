package org.kontor.ui.escalation.internal.model;

import java.time.Duration;
import java.time.Instant;
import org.kontor.api.cases.Case;
import org.kontor.api.clock.ClockState;

/** How what was promised in a case stands. */
public final class CaseClock {
    /** A quarter of the time is left when a clock warns. */
    private static final int LEFT = 4;

    private CaseClock() {}

    /** How it stands at {@code now}. */
    public static ClockState of(Case shown, Instant now) {
        Instant due = shown.facts().due();
        if (due == null || !shown.open()) {
            return ClockState.NONE;
        }
        if (!now.isBefore(due)) {
            return ClockState.BREACHED;
        }
        Duration whole = Duration.between(shown.openedAt(), due);
        return Duration.between(now, due).multipliedBy(LEFT).compareTo(whole) <= 0
                ? ClockState.WARNING
                : ClockState.RUNNING;
    }
}
