package org.kontor.ui.robot;

import java.util.function.Predicate;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Widget;
import org.jspecify.annotations.Nullable;

/**
 * Says which widget is meant. Only visible widgets are ever found, those of the front window first. Immutable.
 *
 * @param what in words, for error messages
 * @param match asked on the UI thread
 * @param within the widget inside which to look; null for anywhere
 */
public record By(
        String what, Predicate<Widget> match, @Nullable By within) {

    /** The widget whose data {@code org.kontor.id} or whose e4 element id is {@code id}. */
    public static By id(String id) {
        return new By("id " + id, widget -> id.equals(Widgets.id(widget)), null);
    }

    /** A widget whose id begins with {@code beginning}. */
    public static By idFrom(String beginning) {
        return new By(
                "id " + beginning + "...",
                widget -> Widgets.id(widget) instanceof String id && id.startsWith(beginning),
                null);
    }

    /** The widget that a screen reader announces as {@code name}; never a mere label, which only gives its name away. */
    public static By name(String name) {
        return new By("name \"" + name + "\"", widget -> !isLabel(widget) && name.equals(Names.of(widget)), null);
    }

    /** The widget that shows exactly {@code text}; mnemonic signs do not count. */
    public static By text(String text) {
        return new By("text \"" + text + "\"", widget -> text.equals(Widgets.text(widget)), null);
    }

    /** The widget whose text contains {@code part}. */
    public static By textWith(String part) {
        return new By(
                "text with \"" + part + "\"",
                widget -> Widgets.textOrEmpty(widget).contains(part),
                null);
    }

    /** The widget of a class. */
    public static By type(Class<? extends Widget> type) {
        return new By(type.getSimpleName(), type::isInstance, null);
    }

    /** Both at once: the widget that this and {@code other} mean. */
    public By and(By other) {
        return new By(what + " and " + other.what, match.and(other.match), within == null ? other.within : within);
    }

    /** The same, but only inside the widget that {@code outer} means. */
    public By in(By outer) {
        return new By(what, match, outer);
    }

    /** The same, but only where it can be used. */
    public By enabled() {
        return new By(what + ", enabled", match.and(Widgets::enabled), within);
    }

    /** The same, but only where the keyboard is. */
    public By focused() {
        return new By(what + ", focused", match.and(w -> w instanceof Control c && c.isFocusControl()), within);
    }

    private static boolean isLabel(Widget widget) {
        return widget instanceof Label || widget instanceof CLabel;
    }

    @Override
    public String toString() {
        return within == null ? what : what + " in " + within;
    }
}
