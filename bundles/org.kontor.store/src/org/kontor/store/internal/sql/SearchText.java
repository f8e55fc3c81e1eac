package org.kontor.store.internal.sql;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes texts findable in German and English: what is written "Müller", "Mueller" or "Muller", "Straße" or "Strasse" becomes
 * one. The same folding goes over texts and queries; case and the remaining accents are the engine's business.
 */
public final class SearchText {
    private static final int MOST_WORDS = 32;

    /**
     * A part of a query.
     *
     * @param text folded; holds at least one letter or digit
     * @param prefix whether words that only begin so are meant too
     */
    public record Term(String text, boolean prefix) {}

    private SearchText() {}

    /** The form in which texts are compared. */
    public static String fold(String text) {
        String composed = Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder folded = null;
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            String other = replacement(composed, i, c);
            if (folded == null && other != null) {
                folded = new StringBuilder(composed.length()).append(composed, 0, i);
            }
            if (folded != null) {
                if (other == null) {
                    folded.append(c);
                } else {
                    folded.append(other);
                }
            }
            if (other != null && isUmlautDigraph(composed, i, c)) {
                i++;
            }
        }
        return folded == null ? composed : folded.toString();
    }

    private static @Nullable String replacement(String text, int i, char c) {
        return switch (c) {
            case 'ß', 'ẞ' -> "ss";
            case 'æ', 'Æ' -> "a";
            case 'œ', 'Œ', 'ø', 'Ø' -> "o";
            case 'a', 'o', 'u', 'A', 'O', 'U' -> isUmlautDigraph(text, i, c) ? String.valueOf(c) : null;
            default -> null;
        };
    }

    private static boolean isUmlautDigraph(String text, int i, char c) {
        return "aouAOU".indexOf(c) >= 0
                && i + 1 < text.length()
                && (text.charAt(i + 1) == 'e' || text.charAt(i + 1) == 'E');
    }

    /**
     * Takes a query apart: words, "phrases" in quotation marks, the last word as a prefix unless it is quoted or followed by
     * a blank sign. What holds neither letter nor digit is left out.
     */
    public static List<Term> terms(String query) {
        List<Term> terms = new ArrayList<>();
        String rest = query.replace('„', '"')
                .replace('“', '"')
                .replace('”', '"')
                .replace('«', '"')
                .replace('»', '"');
        boolean quoted = false;
        for (String part : rest.split("\"", -1)) {
            if (quoted) {
                add(terms, part, false);
            } else {
                for (String word : part.split("[\\s\\p{Z}\\p{Cntrl}]+")) {
                    add(terms, word, false);
                }
            }
            quoted = !quoted;
        }
        boolean endsInWord = !rest.isEmpty() && !rest.endsWith("\"");
        if (endsInWord && !terms.isEmpty()) {
            Term last = terms.removeLast();
            terms.add(new Term(last.text(), true));
        }
        return terms;
    }

    private static void add(List<Term> terms, String text, boolean prefix) {
        String clean = text.replace('\0', ' ').strip();
        if (terms.size() < MOST_WORDS && clean.codePoints().anyMatch(Character::isLetterOrDigit)) {
            terms.add(new Term(fold(clean), prefix));
        }
    }
}
