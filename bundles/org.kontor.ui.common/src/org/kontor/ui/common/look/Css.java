package org.kontor.ui.common.look;

import org.eclipse.swt.widgets.Widget;
import org.jspecify.annotations.NonNull;

/**
 * Classes of the theme's CSS for native widgets. Whatever has none gets the rules of its type: ground SURFACE, words TEXT.
 *
 * @since 0.1
 */
public final class Css {
    /** Ground CANVAS; words on it as well. */
    public static final String CANVAS = "canvas";

    /** Ground SURFACE, inside something that has CANVAS. */
    public static final String SURFACE = "surface";

    /** Words in TEXT_QUIET. */
    public static final String QUIET = "quiet";

    /** Words in ACCENT. */
    public static final String ACCENT = "accent";

    /** Words in OK. */
    public static final String OK = "ok";

    /** Words in WARN. */
    public static final String WARN = "warn";

    /** Words in OVER. */
    public static final String OVER = "over";

    /** The key under which the CSS engine looks for classes. */
    private static final String CLASS_KEY = "org.eclipse.e4.ui.css.CssClassName";

    private Css() {}

    /** Gives {@code widget} classes; call it before the widget is first shown. */
    public static <W extends @NonNull Widget> W set(W widget, String... classes) {
        widget.setData(CLASS_KEY, String.join(" ", classes));
        return widget;
    }
}
