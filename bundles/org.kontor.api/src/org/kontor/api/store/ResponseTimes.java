package org.kontor.api.store;

import java.time.Duration;

/**
 * How long answered inquiries waited for their answer, from the publication of the first message to the answer. Percentiles
 * are nearest ranks: the smallest time within which that share of them was answered.
 *
 * @param group the brand's id, the channel's name, or empty, as was asked for
 * @param answered how many; at least 1
 * @param p50 half of them were answered within it
 * @param p90 nine of ten were answered within it
 */
public record ResponseTimes(String group, long answered, Duration p50, Duration p90) {
    /** What they are told apart by. */
    public enum By {
        /** All together. */
        NOTHING,
        BRAND,
        CHANNEL
    }
}
