package org.kontor.api.report;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.kontor.api.account.ChannelType;
import org.kontor.api.id.BrandId;

/**
 * Which part of a report a number belongs to.
 *
 * @since 0.1
 */
public sealed interface Key {
    /** All of it. */
    record Whole() implements Key {}

    /** A day of the brand. */
    record OfDay(LocalDate day) implements Key {}

    /** A brand. */
    record OfBrand(BrandId brand) implements Key {}

    /** A kind of channel. */
    record OfChannel(ChannelType channel) implements Key {}

    /** How long open ones have waited. */
    record OfAge(AgeBand band) implements Key {}

    /**
     * An hour of the week by the brand's clock. The hour that comes twice in autumn counts as one.
     *
     * @param hour 0 to 23
     */
    record OfHour(DayOfWeek day, int hour) implements Key {
        public OfHour {
            if (hour < 0 || hour > 23) {
                throw new IllegalArgumentException("hour must be 0 to 23, was " + hour);
            }
        }
    }
}
