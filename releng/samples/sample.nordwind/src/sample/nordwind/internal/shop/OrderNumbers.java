package sample.nordwind.internal.shop;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds order numbers such as NW-48213 in what customers write. */
public final class OrderNumbers {
    private static final Pattern NUMBER = Pattern.compile("\\bNW ?[-–] ?(\\d{4,7})\\b", Pattern.CASE_INSENSITIVE);

    private OrderNumbers() {}

    /** The numbers in some texts, each once, in the order in which they stand there. */
    public static Set<String> in(List<String> texts) {
        Set<String> numbers = new LinkedHashSet<>();
        for (String text : texts) {
            NUMBER.matcher(text).results().forEach(hit -> numbers.add("NW-" + hit.group(1).toUpperCase(Locale.ROOT)));
        }
        return numbers;
    }
}
