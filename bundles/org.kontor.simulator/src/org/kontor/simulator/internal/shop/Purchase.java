package org.kontor.simulator.internal.shop;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * What a customer of Nordwind has bought. It follows from his name alone, so that what he writes of it and what the shop tells
 * of it are the same in every world.
 *
 * @param number order number, such as NW-48213
 * @param article what was bought
 * @param size its size
 * @param colour its colour, in German
 * @param state as the shop calls it
 * @param days how many days before the world began it was ordered
 */
public record Purchase(String number, Article article, String size, String colour, String state, int days) {

    /** What the shop sells. Customers mean it when they write its word, in whatever language. */
    public enum Article {
        FJELL("Regenjacke Fjell", "Fjell", 18_900),
        SKAGEN("Softshelljacke Skagen", "Skagen", 14_900),
        STURMFLUT("Winterjacke Sturmflut", "Sturmflut", 23_000),
        HYGGE("Fleecejacke Hygge", "Hygge", 8_900);

        private final String label;
        private final String word;
        private final int cents;

        Article(String label, String word, int cents) {
            this.label = label;
            this.word = word;
            this.cents = cents;
        }

        /** Its name in the shop. */
        public String label() {
            return label;
        }

        /** The word by which it is known. */
        public String word() {
            return word;
        }

        /** Its price. */
        public int cents() {
            return cents;
        }
    }

    private static final List<String> SIZES = List.of("S", "M", "L", "XL", "XXL");
    private static final List<String> COLOURS = List.of("Moosgrün", "Petrol", "Rostrot", "Anthrazit", "Senfgelb");
    private static final Map<String, String> ENGLISH = Map.of(
            "Moosgrün", "moss green",
            "Petrol", "petrol",
            "Rostrot", "rust red",
            "Anthrazit", "charcoal",
            "Senfgelb", "mustard");
    private static final List<String> STATES =
            List.of("shipped", "delivered", "shipped", "delivered", "returned", "placed");
    /** The last one, which no text in English knows, is only ever an older purchase. */
    private static final int IN_TEXTS = Article.values().length - 1;

    /** The purchases of a customer, the newest first; at least one. What he writes is about that. */
    public static List<Purchase> of(String name) {
        Dice dice = new Dice(name);
        List<Purchase> purchases = new ArrayList<>();
        purchases.add(new Purchase(
                number(dice.next(90_000)),
                Article.values()[dice.next(IN_TEXTS)],
                SIZES.get(dice.next(SIZES.size())),
                COLOURS.get(dice.next(COLOURS.size())),
                STATES.get(dice.next(STATES.size())),
                4 + dice.next(14)));
        if (dice.next(3) == 0) {
            purchases.add(new Purchase(
                    number(dice.next(90_000)),
                    Article.values()[dice.next(Article.values().length)],
                    purchases.get(0).size(),
                    COLOURS.get(dice.next(COLOURS.size())),
                    "delivered",
                    90 + dice.next(400)));
        }
        return purchases;
    }

    private static String number(int dice) {
        return "NW-" + (10_000 + dice);
    }

    /** The choice among several that speaks of this purchase: its article, size, colour or number; empty where none does. */
    public Optional<String> among(List<String> choices) {
        if (choices.stream().allMatch(choice -> choice.startsWith("NW-"))) {
            return Optional.of(number);
        }
        return choices.stream()
                .filter(choice -> choice.contains(article.word())
                        || choice.equals(size)
                        || choice.equals(colour)
                        || choice.equals(ENGLISH.get(colour)))
                .findFirst();
    }

    /** The day on which it was ordered in a world that began on {@code begin}. */
    public LocalDate placed(LocalDate begin) {
        return begin.minusDays(days);
    }

    /** Numbers that follow from a name. */
    private static final class Dice {
        private final String name;
        private int count;

        Dice(String name) {
            this.name = name;
        }

        int next(int bound) {
            CRC32 crc = new CRC32();
            crc.update((count++ + name).getBytes(StandardCharsets.UTF_8));
            return (int) (crc.getValue() % bound);
        }
    }
}
