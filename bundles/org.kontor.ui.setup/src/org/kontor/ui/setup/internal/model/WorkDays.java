package org.kontor.ui.setup.internal.model;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.kontor.ui.setup.internal.model.Problem.Cause;

/** How many days back are work, as a user types it. */
final class WorkDays {
    /** Unless the user says otherwise (design.md 2.9). */
    static final int USUAL = 14;

    private static final int MOST = 3650;

    private String typed = String.valueOf(USUAL);

    String typed() {
        return typed;
    }

    /** Answers whether that is something else than before. */
    boolean type(String days) {
        boolean other = !days.equals(typed);
        typed = days;
        return other;
    }

    Optional<Problem> problem(Messages messages) {
        return parsed().isPresent()
                ? Optional.empty()
                : Optional.of(new Problem(
                        "days", messages.text("account.days"), Cause.NOT_A_NUMBER_OF_DAYS, List.of(typed.strip())));
    }

    /** Messages from this moment on are work; empty while the days are no number. */
    Optional<Instant> from(InstantSource clock) {
        return parsed().map(days -> clock.instant().minus(Duration.ofDays(days)));
    }

    private Optional<Integer> parsed() {
        String number = typed.strip();
        if (!number.matches("\\d{1,4}") || Integer.parseInt(number) > MOST) {
            return Optional.empty();
        }
        return Optional.of(Integer.parseInt(number));
    }
}
