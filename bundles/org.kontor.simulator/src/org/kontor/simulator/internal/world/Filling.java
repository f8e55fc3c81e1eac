package org.kontor.simulator.internal.world;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kontor.simulator.internal.shop.Purchase;

/**
 * Fills the slots of texts; within one filling a slot always has the same value, so that subject and words agree. A customer of
 * the brand with the web shop writes of what he bought there.
 */
final class Filling {

    private static final Pattern SLOT = Pattern.compile("\\{([a-z_]+)}");

    private final Map<String, List<String>> slots;
    private final RandomGenerator random;
    private final Purchase bought;
    private final Map<String, String> values = new HashMap<>();

    Filling(BrandSpec brand, String name, Map<String, List<String>> slots, RandomGenerator random) {
        this.slots = slots;
        this.random = random;
        this.bought = Purchase.of(name).get(0);
        values.put("name", name);
        values.put("first", name.substring(0, name.indexOf(' ') < 0 ? name.length() : name.indexOf(' ')));
        values.put("brand", brand.name());
        values.put("handle", "@" + brand.handle());
    }

    /** The text with its slots filled. */
    String fill(String text) {
        Matcher matcher = SLOT.matcher(text);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            String value = values.computeIfAbsent(matcher.group(1), this::choose);
            matcher.appendReplacement(out, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(out).toString();
    }

    private String choose(String slot) {
        List<String> choices = slots.get(slot);
        if (choices == null) {
            throw new IllegalStateException("no slot " + slot + " in the texts of this brand");
        }
        String any = choices.get(random.nextInt(choices.size()));
        return bought.among(choices).orElse(any);
    }
}
