package org.kontor.api.clock;

import java.time.Duration;
import org.kontor.api.id.BrandId;

/**
 * A brand's service-level target: how soon an inquiry is to get its first answer.
 *
 * @param hours whose time counts
 * @param firstResponse office time from the start to the deadline: whole minutes, at least one, at most
 *     {@value #MOST_WEEKS} weeks of opening hours
 * @param start what starts the clock
 * @param warnPercent after so much of {@code firstResponse} the inquiry is shown as urgent; 1 to 99
 */
public record Policy(BrandId brand, OfficeHours hours, Duration firstResponse, Start start, int warnPercent) {
    /** The usual warning. */
    public static final int WARN_PERCENT = 75;
    /** A deadline further away is no promise; the bound also keeps the search for it short. */
    public static final int MOST_WEEKS = 26;

    /** Which of an inquiry's two times starts the clock. */
    public enum Start {
        /** When the customer published it: what the customer feels, also when we were offline. */
        PUBLISHED,
        /** When we first saw it: what the agency can answer for. */
        SEEN
    }

    public Policy {
        if (firstResponse.compareTo(Duration.ofMinutes(1)) < 0
                || !firstResponse.equals(Duration.ofMinutes(firstResponse.toMinutes()))) {
            throw new BadClockException("firstResponse", "at least one minute, in whole minutes: " + firstResponse);
        }
        if (firstResponse.compareTo(hours.weekTime().multipliedBy(MOST_WEEKS)) > 0) {
            throw new BadClockException(
                    "firstResponse", firstResponse + " is more than " + MOST_WEEKS + " weeks of opening hours");
        }
        if (warnPercent < 1 || warnPercent > 99) {
            throw new BadClockException("warnPercent", "1 to 99, was " + warnPercent);
        }
    }

    /** The office time from the start to the warning. */
    public Duration warnAfter() {
        return firstResponse.multipliedBy(warnPercent).dividedBy(100);
    }
}
