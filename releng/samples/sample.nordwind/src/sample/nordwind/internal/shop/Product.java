package sample.nordwind.internal.shop;

import java.util.List;
import java.util.Locale;

/**
 * Something that the shop sells.
 *
 * @param words customers mean it when they write one of these, in lower case
 */
public record Product(String name, List<String> words) {
    public Product {
        words = words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    }

    /** Whether a text names it. */
    public boolean isNamedIn(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(lower::contains);
    }
}
