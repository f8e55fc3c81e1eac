package org.kontor.ui.api.theme;

/**
 * Which theme the window has; a service. {@link #choose} belongs to the UI thread, the rest may be called anywhere.
 *
 * @since 0.1
 */
public interface Themes {
    /** The colours in use. */
    Theme active();

    /** What the user asked for. */
    ThemeChoice choice();

    /** Switches the window, native controls included, at once. */
    void choose(ThemeChoice choice);

    /**
     * Calls {@code listener} on the UI thread after each switch, when {@link #active()} already has the new colours.
     *
     * @return takes the listener off again
     */
    Runnable onChange(Runnable listener);
}
