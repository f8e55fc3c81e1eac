package org.kontor.ui.common.format;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * The letters on an avatar.
 *
 * @since 0.1
 */
public final class Initials {
    private Initials() {}

    /** One or two letters for a name: of the first and the last word, or the first two of one word; "?" for none. */
    public static String of(String name) {
        String[] words = Stream.of(name.split("[\\s._-]+"))
                .map(w -> w.replaceAll("[^\\p{L}\\p{N}]", ""))
                .filter(w -> !w.isEmpty())
                .toArray(String[]::new);
        if (words.length == 0) {
            return "?";
        }
        String letters = words.length == 1 ? cut(words[0], 2) : cut(words[0], 1) + cut(words[words.length - 1], 1);
        return letters.toUpperCase(Locale.ROOT);
    }

    private static String cut(String word, int signs) {
        return word.substring(0, word.offsetByCodePoints(0, Math.min(signs, word.codePointCount(0, word.length()))));
    }
}
