package org.kontor.ui.setup.internal.model;

import java.util.Optional;
import org.kontor.api.account.ChannelType;
import org.kontor.api.account.Colour;

/**
 * One row of the list.
 *
 * @param depth 0 for clients and the workbench, 1 for brands, 2 for accounts
 * @param below what stands in the second line
 * @param state how it is doing, in a word or two; empty where that says nothing
 * @param colour the brand's colour; empty for what belongs to no brand
 * @param edited whether its form has changes that are not saved
 */
public record Row(
        Node node,
        int depth,
        String title,
        String below,
        String state,
        Optional<HealthSign> sign,
        Optional<Colour> colour,
        Optional<ChannelType> channel,
        boolean edited) {
    /** What a screen reader says. */
    public String spoken(Messages messages) {
        StringBuilder words = new StringBuilder(messages.text("row.depth." + depth, title));
        for (String part : new String[] {below, state, edited ? messages.text("row.edited") : ""}) {
            if (!part.isEmpty()) {
                words.append(", ").append(part);
            }
        }
        return words.toString();
    }
}
