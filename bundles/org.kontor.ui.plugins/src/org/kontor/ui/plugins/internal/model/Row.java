package org.kontor.ui.plugins.internal.model;

import org.jspecify.annotations.Nullable;
import org.kontor.ui.api.theme.Token;

/**
 * One row of the list.
 *
 * @param node what is chosen by it; null for a heading
 * @param title its first line
 * @param below its second line
 * @param state how it is doing, at the right; empty for nothing to say
 * @param ink the colour of {@code state}
 */
public record Row(@Nullable Node node, String title, String below, String state, Token ink) {
    /** A heading, above those that belong together. */
    static Row heading(String title) {
        return new Row(null, title, "", "", Token.TEXT_QUIET);
    }

    /** As it is read out. */
    public String spoken() {
        return String.join(
                ", ",
                java.util.stream.Stream.of(title, state, below)
                        .filter(text -> !text.isEmpty())
                        .toList());
    }
}
