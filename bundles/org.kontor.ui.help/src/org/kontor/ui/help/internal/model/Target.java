package org.kontor.ui.help.internal.model;

/** Where a link leads. */
public sealed interface Target {
    /**
     * To a page.
     *
     * @param anchor the heading in it; empty for its beginning
     */
    record ToPage(PageId page, String anchor) implements Target {}

    /** Out of the workbench: to the system's browser or mail program. */
    record ToWeb(String address) implements Target {}

    /** To a command of the window. */
    record ToCommand(String command) implements Target {}

    /** Nowhere; {@code link} as it stands in the page. */
    record Nowhere(String link) implements Target {}
}
