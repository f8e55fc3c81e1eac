package org.kontor.ui.api;

/**
 * Element ids of the window's model that a {@code fragment.e4xmi} may refer to. They stay as they are: a plug-in that hangs
 * on one must find it in the next version.
 *
 * @since 0.1
 */
public final class Anchors {
    /** The application: handlers, commands, binding contexts and binding tables of a fragment go here. */
    public static final String APPLICATION = "org.kontor.application";

    /** The one window. */
    public static final String WINDOW = "org.kontor.window";

    /**
     * The perspective stack. A fragment adds its perspective here (feature {@code children}); the switcher at the left edge
     * shows it by its icon ({@code iconURI}, an SVG of 20 px), with label, tooltip and Ctrl+1 ... Ctrl+9 by position.
     *
     * <p>The order is the same whichever bundles are there: {@link #PERSPECTIVE_INBOX}, {@link #PERSPECTIVE_ESCALATIONS},
     * {@link #PERSPECTIVE_REPORTING}, {@link #PERSPECTIVE_SETUP}, {@link #PERSPECTIVE_PLUGINS}, as far as they are installed;
     * the window sees to it, so that {@code positionInList} does nothing among them. Perspectives of plug-ins stand behind these,
     * and {@code positionInList} orders those of one plug-in.
     */
    public static final String PERSPECTIVES = "org.kontor.perspectives";

    /** The drawer below the perspectives: error log, progress and other tools that belong to no perspective. */
    public static final String TOOLS = "org.kontor.stack.tools";

    /** Trim bar along the top edge: product name, brand filter, search, user. */
    public static final String TOP_BAR = "org.kontor.trim.top";

    /** Trim bar along the left edge: the perspective switcher. */
    public static final String SWITCHER_BAR = "org.kontor.trim.left";

    /** Trim bar along the bottom edge: the status line. */
    public static final String STATUS_BAR = "org.kontor.trim.bottom";

    /** Main menu: File. */
    public static final String MENU_FILE = "org.kontor.menu.file";

    /** Main menu: Edit. */
    public static final String MENU_EDIT = "org.kontor.menu.edit";

    /** Main menu: View. */
    public static final String MENU_VIEW = "org.kontor.menu.view";

    /** Main menu: Conversation; empty until the inbox fills it. */
    public static final String MENU_CONVERSATION = "org.kontor.menu.conversation";

    /** Main menu: Window. */
    public static final String MENU_WINDOW = "org.kontor.menu.window";

    /** Main menu: Help. */
    public static final String MENU_HELP = "org.kontor.menu.help";

    /**
     * Binding context of everything in the window and its dialogs. A perspective that has keys of its own adds a child of it
     * and a binding table for that child, and activates the context while one of its parts has the focus.
     */
    public static final String CONTEXT_ANY = "org.eclipse.ui.contexts.dialogAndWindow";

    /** Binding context of the window alone; child of {@link #CONTEXT_ANY}. */
    public static final String CONTEXT_WINDOW = "org.eclipse.ui.contexts.window";

    /** Binding table of {@link #CONTEXT_WINDOW}; a fragment may add its bindings here (feature {@code bindings}). */
    public static final String BINDINGS_WINDOW = "org.kontor.bindings.window";

    /** Perspective of the inbox. */
    public static final String PERSPECTIVE_INBOX = "org.kontor.perspective.inbox";

    /** Perspective of the cases. */
    public static final String PERSPECTIVE_ESCALATIONS = "org.kontor.perspective.escalations";

    /** Perspective of the reports. */
    public static final String PERSPECTIVE_REPORTING = "org.kontor.perspective.reporting";

    /** Perspective of the plug-ins. */
    public static final String PERSPECTIVE_PLUGINS = "org.kontor.perspective.plugins";

    /** Perspective of the set-up. */
    public static final String PERSPECTIVE_SETUP = "org.kontor.perspective.setup";

    /** Command category of everything in this product, so that the key list can group it. */
    public static final String CATEGORY = "org.kontor.category";

    private Anchors() {}
}
