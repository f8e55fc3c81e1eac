package org.kontor.app.internal.model;

import org.jspecify.annotations.Nullable;
import org.kontor.ui.api.theme.ThemeChoice;

/**
 * What the user chose for the window.
 *
 * @param theme null until he chose one: the system's then
 * @param language such as {@code de}; null until he chose one: the system's then
 * @param perspective element id of the one to begin with; null for the one that was left
 */
public record Preferences(
        @Nullable ThemeChoice theme,
        @Nullable String language,
        @Nullable String perspective) {
    /** Nothing chosen. */
    public static final Preferences NONE = new Preferences(null, null, null);

    /** The same with another theme. */
    public Preferences with(ThemeChoice chosen) {
        return new Preferences(chosen, language, perspective);
    }

    /** The same with another language. */
    public Preferences with(String chosen) {
        return new Preferences(theme, chosen, perspective);
    }
}
