package org.kontor.api.channel;

import org.kontor.api.text.TextUnit;

/**
 * How long a text may be; a channel may have several limits at once.
 *
 * @param unit what is counted
 * @param max the most that fits, inclusive
 */
public record TextLimit(TextUnit unit, int max) {
    public TextLimit {
        if (max < 1) {
            throw new IllegalArgumentException("max must be positive, was " + max);
        }
    }

    /** How much is left of the limit for {@code text}; negative when it is too long. */
    public int left(String text) {
        return max - unit.count(text);
    }
}
