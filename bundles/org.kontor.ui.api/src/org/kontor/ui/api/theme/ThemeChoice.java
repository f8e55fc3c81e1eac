package org.kontor.ui.api.theme;

/**
 * What the user asked for.
 *
 * @since 0.1
 */
public enum ThemeChoice {
    LIGHT,
    DARK,
    /** Whatever the desktop shows, followed while it changes. */
    SYSTEM
}
