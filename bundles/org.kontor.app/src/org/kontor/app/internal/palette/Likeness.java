package org.kontor.app.internal.palette;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How well a name fits what was typed. Case, accents and umlauts do not matter: {@code munch} and {@code muench} both find
 * München, {@code strasse} finds Straße. Words may come in any order, be begun only, be told by their first letters
 * ({@code selog} finds "Show error log"), or have one wrong, missing or extra letter.
 */
final class Likeness {
    /** Of no likeness at all. */
    static final int NONE = 0;

    private static final int WHOLE_START = 100;
    private static final int WORD_START = 80;
    private static final int INSIDE = 40;
    private static final int HUMPS = 25;
    private static final int SLIP = 10;
    private static final int BESIDE = 5;
    private static final int SHORTEST_HUMPS = 2;
    private static final int SHORTEST_SLIP = 4;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final List<String> wanted;

    private Likeness(List<String> wanted) {
        this.wanted = wanted;
    }

    /** Looks for what was typed. */
    static Likeness to(String typed) {
        return new Likeness(words(plain(typed)));
    }

    /** Whether nothing is looked for. */
    boolean all() {
        return wanted.isEmpty();
    }

    /**
     * How well it fits; {@link #NONE} if a word of what was typed is found nowhere.
     *
     * @param label its name
     * @param detail words beside it, which count less
     */
    int of(String label, String detail) {
        if (wanted.isEmpty()) {
            return 1;
        }
        int best = Math.max(score(plain(label), plain(detail)), score(german(label), german(detail)));
        return best == NONE ? NONE : Math.max(1, best);
    }

    private int score(String label, String detail) {
        List<String> names = words(label);
        List<String> beside = words(detail);
        int sum = 0;
        for (int index = 0; index < wanted.size(); index++) {
            String word = wanted.get(index);
            int found = index == 0 && label.startsWith(word) ? WHOLE_START : in(names, word);
            if (found == NONE && beside.stream().anyMatch(each -> each.startsWith(word) || slip(each, word))) {
                found = BESIDE;
            }
            if (found == NONE) {
                return NONE;
            }
            sum += found;
        }
        return sum / wanted.size();
    }

    private static int in(List<String> names, String word) {
        if (names.stream().anyMatch(name -> name.startsWith(word))) {
            return WORD_START;
        }
        if (word.length() > 1 && names.stream().anyMatch(name -> name.contains(word))) {
            return INSIDE;
        }
        if (word.length() >= SHORTEST_HUMPS && humps(names, 0, 0, word, 0)) {
            return HUMPS;
        }
        return names.stream().anyMatch(name -> slip(name, word)) ? SLIP : NONE;
    }

    private static boolean slip(String name, String word) {
        return word.length() >= SHORTEST_SLIP && oneSlip(name, word);
    }

    /** Whether the letters from {@code at} on go along within the name at hand or begin one of those after it. */
    private static boolean humps(List<String> names, int name, int letter, String word, int at) {
        if (at == word.length()) {
            return true;
        }
        if (name >= names.size()) {
            return false;
        }
        String current = names.get(name);
        boolean goesAlong = letter < current.length() && current.charAt(letter) == word.charAt(at);
        return goesAlong && humps(names, name, letter + 1, word, at + 1) || humps(names, name + 1, 0, word, at);
    }

    /** Whether the name begins with the word but for one letter that is wrong, missing, extra or changed with the next. */
    private static boolean oneSlip(String name, String word) {
        int same = 0;
        while (same < Math.min(name.length(), word.length()) && name.charAt(same) == word.charAt(same)) {
            same++;
        }
        if (same == 0 || same == name.length()) {
            return false;
        }
        String left = word.substring(same);
        String rest = name.substring(same);
        boolean changed = left.length() > 1
                && rest.length() > 1
                && left.charAt(0) == rest.charAt(1)
                && left.charAt(1) == rest.charAt(0)
                && rest.startsWith(left.substring(2), 2);
        return changed
                || rest.startsWith(left.substring(1), 1)
                || rest.startsWith(left, 1)
                || rest.startsWith(left.substring(1));
    }

    private static List<String> words(String plain) {
        return Stream.of(GAPS.split(plain)).filter(word -> !word.isEmpty()).toList();
    }

    /** Without case and marks: {@code ä} is {@code a}. */
    private static String plain(String text) {
        String lower = text.toLowerCase(Locale.ROOT).replace("ß", "ss");
        return MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
    }

    /** The same, umlauts written out: {@code ä} is {@code ae}. */
    private static String german(String text) {
        return plain(Normalizer.normalize(text, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue"));
    }
}
