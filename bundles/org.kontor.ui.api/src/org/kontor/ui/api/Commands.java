package org.kontor.ui.api;

/**
 * Commands that one bundle defines and others call, so that no perspective needs to import another.
 *
 * @since 0.1
 */
public final class Commands {
    /** Shows a perspective; parameter {@link #PERSPECTIVE_ID}. Defined by the window. */
    public static final String SHOW_PERSPECTIVE = "org.kontor.command.perspective.show";

    /** Parameter of {@link #SHOW_PERSPECTIVE}: the element id of the perspective, or its position counted from 1. */
    public static final String PERSPECTIVE_ID = "org.kontor.command.perspective.show.id";

    /** Puts the cursor into the search field of the top bar. Defined by the window. */
    public static final String SEARCH = "org.kontor.command.search";

    /** Opens the command palette. Defined by the window. */
    public static final String PALETTE = "org.kontor.command.palette";

    /** Opens the preferences. Defined by the window. */
    public static final String PREFERENCES = "org.kontor.command.preferences";

    /** Shows the error log. Defined by the window. */
    public static final String SHOW_ERROR_LOG = "org.kontor.command.errorlog";

    /** Shows what is being worked on. Defined by the window. */
    public static final String SHOW_PROGRESS = "org.kontor.command.progress";

    /** Opens the wizard that sets up a brand with its first account. Defined by the set-up perspective. */
    public static final String ADD_BRAND = "org.kontor.command.brand.add";

    /** Opens the wizard that adds an account to a brand. Defined by the set-up perspective. */
    public static final String ADD_ACCOUNT = "org.kontor.command.account.add";

    /** Opens the manual; parameter {@link #MANUAL_PAGE}. Defined by the help bundle. */
    public static final String SHOW_MANUAL = "org.kontor.command.manual";

    /**
     * Optional parameter of {@link #SHOW_MANUAL}: a page as {@code BUNDLE/NAME}, such as {@code org.kontor.ui.help/start}.
     * Without it the page of the perspective in front is shown.
     */
    public static final String MANUAL_PAGE = "org.kontor.command.manual.page";

    /**
     * Makes a case of the conversation under {@link ContextKeys#CONVERSATION} and opens its editor. Defined by the window,
     * handled by the cases' perspective; without that it can not be executed.
     */
    public static final String ESCALATE = "org.kontor.command.escalate";

    /** Opens a case in its editor; parameter {@link #CASE_ID}. Defined by the cases' perspective. */
    public static final String OPEN_CASE = "org.kontor.command.case.open";

    /** Parameter of {@link #OPEN_CASE}: the ids of brand and case as decimal numbers with a colon between them. */
    public static final String CASE_ID = "org.kontor.command.case.open.case";

    private Commands() {}
}
