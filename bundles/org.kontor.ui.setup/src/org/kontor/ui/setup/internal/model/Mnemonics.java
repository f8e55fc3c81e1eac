package org.kontor.ui.setup.internal.model;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Gives the labels of one page letters of their own, for labels that nobody wrote by hand: those of a connector's settings.
 */
public final class Mnemonics {
    private final Set<Character> taken = new HashSet<>();

    /** @param reserved letters of what is on the page anyway, such as its buttons */
    public Mnemonics(String reserved) {
        reserved.toLowerCase(Locale.ROOT).chars().forEach(letter -> taken.add((char) letter));
    }

    /**
     * The label with an & before its letter: the first letter of a word if one is free, else any letter; without one if none
     * is free. An & of the label's own is doubled.
     */
    public String mark(String label) {
        int at = first(label, i -> i == 0 || !Character.isLetterOrDigit(label.charAt(i - 1)));
        if (at < 0) {
            at = first(label, i -> true);
        }
        if (at < 0) {
            return label.replace("&", "&&");
        }
        taken.add(Character.toLowerCase(label.charAt(at)));
        return label.substring(0, at).replace("&", "&&") + "&"
                + label.substring(at).replace("&", "&&");
    }

    private int first(String label, IntPredicate place) {
        return IntStream.range(0, label.length())
                .filter(place)
                .filter(i -> free(label.charAt(i)))
                .findFirst()
                .orElse(-1);
    }

    /** Only what every keyboard has. */
    private boolean free(char letter) {
        char small = Character.toLowerCase(letter);
        return (small >= 'a' && small <= 'z' || small >= '0' && small <= '9') && !taken.contains(small);
    }
}
