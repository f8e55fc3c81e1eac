package org.kontor.ui.api.theme;

import java.util.EnumSet;
import java.util.Map;
import org.kontor.api.account.Colour;

/**
 * A set of colours.
 *
 * @param id of the CSS theme, such as {@code org.kontor.theme.light}
 * @param dark whether words are lighter than their ground; native controls follow it
 * @param colours a value for every token
 * @since 0.1
 */
public record Theme(String id, boolean dark, Map<Token, Colour> colours) {
    public Theme {
        colours = Map.copyOf(colours);
        EnumSet<Token> missing = EnumSet.allOf(Token.class);
        missing.removeAll(colours.keySet());
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(id + " has no colour for " + missing);
        }
    }

    /** The value of {@code token}. */
    public Colour colour(Token token) {
        Colour colour = colours.get(token);
        if (colour == null) {
            throw new IllegalStateException("checked at construction: " + token);
        }
        return colour;
    }
}
