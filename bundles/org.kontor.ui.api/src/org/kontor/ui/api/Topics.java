package org.kontor.ui.api;

/**
 * Topics of the event broker by which parts of the window talk to each other. Each says what it carries as its data. They are
 * for the window only; what happened to data comes from the change feed.
 *
 * @since 0.1
 */
public final class Topics {
    private static final String BASE = "org/kontor/ui/";

    /** A conversation is to be shown; carries its {@code ConversationRef}. */
    public static final String OPEN_CONVERSATION = BASE + "OPEN_CONVERSATION";

    /** A case is to be shown in an editor; carries its {@code CaseRef}. */
    public static final String OPEN_CASE = BASE + "OPEN_CASE";

    /** The text in the search field changed and stood still for 200 ms; carries it as a {@code String}, empty for none. */
    public static final String SEARCH = BASE + "SEARCH";

    /** The first picture of the window was painted; carries nothing. Slow beginnings (loops, checks) wait for it. */
    public static final String WINDOW_PAINTED = BASE + "WINDOW_PAINTED";

    /** The first row of the inbox was painted with its content; carries nothing. The window is of use from now on. */
    public static final String ROWS_PAINTED = BASE + "ROWS_PAINTED";

    private Topics() {}
}
