package sample.nordwind.internal.shop;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * An order in the shop.
 *
 * @param number as customers know it
 * @param mail of the customer; empty where the shop does not tell
 * @param article product, size and colour in the shop's language
 * @param total what was paid, in euro
 */
public record Order(String number, String mail, LocalDate placed, State state, String article, BigDecimal total) {
    /** How far the shop is with it. */
    public enum State {
        PLACED,
        SHIPPED,
        DELIVERED,
        RETURNED,
        REFUNDED,
        CANCELLED,
        /** Something that this plug-in does not know yet. */
        OTHER
    }
}
