package org.kontor.ui.robot;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Widget;

/**
 * A widget that the robot found. Every method is for the robot's thread; each brings the widget into sight first, works by
 * real events and returns when they have been handled. Questions may be asked inside a condition of the robot, too.
 */
public final class Found {
    /** How often a person would follow what moves. */
    private static final int AIMS = 20;

    private final Robot robot;
    private final By by;
    private final Widget widget;

    Found(Robot robot, By by, Widget widget) {
        this.robot = robot;
        this.by = by;
        this.widget = widget;
    }

    /** Clicks into the middle. */
    public Found click() {
        robot.click(aim(this::middle), 1, 1);
        return this;
    }

    /** Clicks twice into the middle. */
    public Found doubleClick() {
        robot.click(aim(this::middle), 1, 2);
        return this;
    }

    /** Clicks with the other button, as for a context menu. */
    public Found rightClick() {
        robot.click(aim(this::middle), 3, 1);
        return this;
    }

    /** Clicks at a place of its own, in points from its upper left corner. */
    public Found clickAt(int x, int y) {
        Rectangle bounds = bounds();
        robot.click(new Point(bounds.x + x, bounds.y + y), 1, 1);
        return this;
    }

    /** Moves the mouse over it, as for a tool tip. */
    public Found hover() {
        robot.move(middle());
        return this;
    }

    /** Gives it the keyboard. */
    public Found focus() {
        robot.until(
                by + " has the focus",
                () -> widget instanceof Control control && (control.isFocusControl() || gets(control)));
        return this;
    }

    /** Types {@code text} where the cursor is in it. */
    public Found type(String text) {
        focus();
        robot.type(text);
        return this;
    }

    /** Replaces what stands in it. */
    public Found enter(String text) {
        focus();
        robot.press("M1+A");
        robot.press("Delete");
        robot.type(text);
        return this;
    }

    /** Presses a key while it has the keyboard, written like {@code Ctrl+Enter}. */
    public Found press(String key) {
        focus();
        robot.press(key);
        return this;
    }

    /** Picks the entry {@code text} of a combo box or list by the keyboard. */
    public Found choose(String text) {
        focus();
        Choosing.choose(robot, widget, text);
        return this;
    }

    /** Sets the check mark by a click, if it is not as wanted. */
    public Found check(boolean wanted) {
        if (checked() != wanted) {
            click();
            robot.until(by + (wanted ? " is checked" : " is not checked"), () -> isChecked() == wanted);
        }
        return this;
    }

    /** Clicks it and then, with the mouse, an item of the menu that opens below it. */
    public Found clickThen(By item) {
        Menus.chooseBelow(robot, this, item);
        return this;
    }

    /** What it shows; empty where it shows no text. */
    public String text() {
        return ask(Widget.class, Widgets::textOrEmpty);
    }

    /** The id by which it is found; empty where it has none. */
    public String id() {
        return ask(Widget.class, found -> Objects.requireNonNullElse(Widgets.id(found), ""));
    }

    /** The name by which a screen reader announces it; empty where it has none. */
    public String name() {
        return ask(Widget.class, Names::orEmpty);
    }

    /** Whether it can be used. */
    public boolean enabled() {
        return ask(Widget.class, Widgets::enabled);
    }

    /** Whether its check mark or radio button is set. */
    public boolean checked() {
        return robot.ask(this::isChecked);
    }

    /** Whether it is still there. */
    public boolean there() {
        return robot.ask(() -> !widget.isDisposed());
    }

    /** Where it is on the screen, in points. */
    public Rectangle bounds() {
        return ask(Widget.class, Places::bounds);
    }

    /**
     * The rows of a table or tree, each with the text of every column; of a tree those that are unfolded. Reads at most
     * {@code max}, so that a virtual table is not filled by being looked at.
     */
    public List<List<String>> rows(int max) {
        return ask(Widget.class, w -> Rows.read(w, max));
    }

    /** How many rows a table holds, or how many a tree shows. */
    public int rowCount() {
        return ask(Widget.class, Rows::count);
    }

    /** Clicks on a row of a table or tree, counted from 0. */
    public Found clickRow(int row) {
        robot.click(aim(() -> place(row)), 1, 1);
        return this;
    }

    /**
     * Moves the mouse there, and after it where it has gone meanwhile: a person sees what moves, such as a row of a list that is
     * being filled, and does not click beside it.
     */
    private Point aim(Supplier<Point> place) {
        Point at = place.get();
        for (int aimed = 0; aimed < AIMS; aimed++) {
            robot.move(at);
            Point now = place.get();
            if (now.equals(at)) {
                break;
            }
            at = now;
        }
        return at;
    }

    private Point place(int row) {
        return robot.await("row " + row + " of " + by + " in sight", () -> Rows.place(widget, row));
    }

    /** Clicks on the first row that has {@code text} in one of its columns; waits until there is one. */
    public Found clickRow(String text) {
        Integer row = robot.await("a row with \"" + text + "\" in " + by, () -> Rows.find(widget, text));
        return clickRow(row);
    }

    /** The numbers of the selected rows. */
    public List<Integer> selectedRows() {
        return ask(Widget.class, Rows::selected);
    }

    /**
     * Asks the widget itself, on the UI thread.
     *
     * @throws RobotException if it is of another class or gone
     */
    public <W extends Widget, T> T ask(Class<W> type, Function<W, T> question) {
        return robot.ask(() -> {
            if (widget.isDisposed()) {
                throw new RobotException(by + " is gone", null);
            }
            if (!type.isInstance(widget)) {
                throw new RobotException(
                        by + " is a " + widget.getClass().getSimpleName() + ", not a " + type.getSimpleName(), null);
            }
            return question.apply(type.cast(widget));
        });
    }

    Widget widget() {
        return widget;
    }

    /** Asks for the focus; a window that is just opening gives it only after a while. */
    private static boolean gets(Control control) {
        control.getShell().forceActive();
        control.forceFocus();
        return control.isFocusControl();
    }

    private boolean isChecked() {
        return switch (widget) {
            case Button button -> button.getSelection();
            case ToolItem item -> item.getSelection();
            case MenuItem item -> item.getSelection();
            default -> throw new RobotException(by + " has no check mark", null);
        };
    }

    private Point middle() {
        robot.until(by + " can be used", () -> !widget.isDisposed() && Widgets.enabled(widget));
        return ask(Widget.class, w -> {
            Places.reveal(w);
            Rectangle bounds = Places.bounds(w);
            return new Point(bounds.x + bounds.width / 2, bounds.y + bounds.height / 2);
        });
    }

    @Override
    public String toString() {
        return by.toString();
    }
}
