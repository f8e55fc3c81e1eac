package org.kontor.ui.help.internal.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A piece of text that looks the same from end to end.
 *
 * @param link where it leads, as it stands in the page; null if nowhere
 */
public record Span(String text, Set<Style> styles, @Nullable String link) {
    /** How a piece of text is set off. */
    public enum Style {
        BOLD,
        ITALIC,
        CODE
    }

    public Span {
        styles = Set.copyOf(styles);
    }

    /** Plain text. */
    public static Span of(String text) {
        return new Span(text, Set.of(), null);
    }
}
