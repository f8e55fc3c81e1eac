package org.kontor.ui.common.format;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kontor.api.channel.TextLimit;

/**
 * Which of a channel's limits a text meets first.
 *
 * @since 0.1
 */
public final class Limits {
    private Limits() {}

    /** The limit with the smallest share of room left for {@code text}; empty if there is none. */
    public static Optional<TextLimit> closest(List<TextLimit> limits, String text) {
        return limits.stream().min(Comparator.comparingDouble(limit -> limit.left(text) / (double) limit.max()));
    }

    /** Whether {@code text} keeps all limits. */
    public static boolean kept(List<TextLimit> limits, String text) {
        return limits.stream().allMatch(limit -> limit.left(text) >= 0);
    }
}
