package org.kontor.store.internal.postgres;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Takes texts apart into words of small letters and digits without accents, so that PostgreSQL's own parser, which looks for
 * addresses, numbers and file names and differs with the locale, has nothing to decide.
 */
final class SearchWords {
    /** Stands between author, subject and text, so that no phrase reaches from one into the next. */
    static final String GAP = "\u01C2";

    /** PostgreSQL knows no position beyond 16,383. */
    private static final int MOST_WORDS = 16_000;
    /** A tsvector holds at most 1 MiB. */
    private static final int MOST_LENGTH = 200_000;

    private static final int LONGEST = 200;

    private SearchWords() {}

    /** The words of several texts in one, as the index keeps them; what goes beyond its bounds is left out. */
    static String join(String... texts) {
        StringBuilder joined = new StringBuilder();
        int count = 0;
        for (String text : texts) {
            if (!joined.isEmpty()) {
                joined.append(' ').append(GAP);
                count++;
            }
            for (String word : of(text)) {
                if (count == MOST_WORDS || joined.length() + word.length() > MOST_LENGTH) {
                    return joined.toString();
                }
                joined.append(joined.isEmpty() ? "" : " ").append(word);
                count++;
            }
        }
        return joined.toString();
    }

    /** The words of a text. */
    static List<String> of(String text) {
        String bare = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        bare.codePoints().forEach(c -> {
            int type = Character.getType(c);
            if (Character.isLetterOrDigit(c) && c != GAP.charAt(0)) {
                word.appendCodePoint(c);
            } else if (type != Character.NON_SPACING_MARK) {
                end(words, word);
            }
        });
        end(words, word);
        return words;
    }

    private static void end(List<String> words, StringBuilder word) {
        if (!word.isEmpty()) {
            int length = Math.min(
                    word.length(),
                    word.offsetByCodePoints(0, Math.min(LONGEST, word.codePointCount(0, word.length()))));
            words.add(word.substring(0, length));
            word.setLength(0);
        }
    }
}
