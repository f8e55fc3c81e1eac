package org.kontor.ui.robot;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.jspecify.annotations.Nullable;

/** Walks through menus. SWT tells no place where a menu item is: the keyboard needs none, the mouse feels for it. On the robot's thread. */
final class Menus {
    /** Less than half the height of an item. */
    private static final int STEP = 8;
    /** No menu is longer. */
    private static final int FAR = 400;

    private static final Duration OPENS_WITHIN = Duration.ofSeconds(10);

    private Menus() {}

    /** From the menu bar of the window in front. */
    static void choose(Robot robot, List<By> path) {
        walk(robot, path, true);
    }

    /** In the context menu that is open now. */
    static void chooseInOpen(Robot robot, List<By> path) {
        walk(robot, path, false);
    }

    private static void walk(Robot robot, List<By> path, boolean fromBar) {
        watching(robot, armed -> {
            robot.press(fromBar ? "F10" : "Down");
            for (int depth = 0; depth < path.size(); depth++) {
                boolean bar = fromBar && depth == 0;
                arm(robot, armed, path.get(depth), bar ? "Right" : "Down");
                if (bar) {
                    robot.press("Down");
                } else if (depth < path.size() - 1) {
                    robot.press("Right");
                }
            }
            robot.press("Enter");
        });
    }

    /** By the mouse, in the menu that opens when {@code opener}, a button, is clicked: down from its edge, until the item is armed. */
    static void chooseBelow(Robot robot, Found opener, By wanted) {
        watching(robot, armed -> {
            Rectangle button = opener.bounds();
            opener.click();
            Point at = new Point(button.x + button.width / 2, button.y + button.height);
            MenuItem found = null;
            // While the menu is being opened, the mouse passes over nothing, and on a quick machine many times.
            long end = System.nanoTime() + OPENS_WITHIN.toNanos();
            while (found == null && System.nanoTime() < end) {
                found = feel(robot, armed, wanted, at);
            }
            if (found == null) {
                robot.press("Escape");
                throw new RobotException("no item of the menu below " + opener + " is " + wanted, null);
            }
            press(robot, found);
        });
    }

    /** Moves the mouse down until the item is armed, and leaves it there. */
    private static @Nullable MenuItem feel(
            Robot robot, AtomicReference<@Nullable MenuItem> armed, By wanted, Point from) {
        for (int y = from.y; y < from.y + FAR; y += STEP) {
            robot.move(new Point(from.x, y));
            MenuItem under = armed.get();
            if (under != null && robot.ask(() -> wanted.match().test(under))) {
                // A little further in, so that the next pixel is not the next item.
                robot.move(new Point(from.x, y + STEP));
                return under;
            }
        }
        return null;
    }

    /**
     * GTK takes the release of a button for a choice only when it comes half a second after the press before, and what is posted
     * carries no time. There the item that the mouse has armed is taken by the keyboard.
     */
    private static void press(Robot robot, MenuItem item) {
        AtomicBoolean chosen = new AtomicBoolean();
        Listener listener = event -> chosen.set(true);
        robot.run(() -> item.addListener(SWT.Selection, listener));
        robot.click(robot.ask(robot.display()::getCursorLocation), 1, 1);
        if (!chosen.get()) {
            robot.press("Enter");
        }
    }

    private static void watching(Robot robot, Consumer<AtomicReference<@Nullable MenuItem>> walk) {
        Display display = robot.display();
        AtomicReference<@Nullable MenuItem> armed = new AtomicReference<>();
        Listener listener = event -> armed.set(event.widget instanceof MenuItem item ? item : null);
        robot.run(() -> display.addFilter(SWT.Arm, listener));
        try {
            walk.accept(armed);
        } finally {
            robot.run(() -> display.removeFilter(SWT.Arm, listener));
        }
    }

    /** Steps on until the item named is armed; having come round to the first one again means that it is not there. */
    private static void arm(Robot robot, AtomicReference<@Nullable MenuItem> armed, By wanted, String step) {
        MenuItem first = robot.await("an item of a menu on the way to " + wanted, armed::get);
        MenuItem now = first;
        while (!is(robot, now, wanted)) {
            MenuItem before = now;
            robot.press(step);
            now = robot.await("the item after " + text(robot, before), () -> {
                MenuItem next = armed.get();
                return next == before ? null : next;
            });
            if (now == first) {
                String there = robot.ask(() -> String.join(", ", texts(first.getParent())));
                robot.press("Escape");
                throw new RobotException(
                        "no menu item with " + wanted + " that can be used; there are: " + there, null);
            }
        }
    }

    private static boolean is(Robot robot, MenuItem item, By wanted) {
        return robot.ask(() -> wanted.match().test(item));
    }

    private static String text(Robot robot, MenuItem item) {
        return robot.ask(() -> Widgets.textOrEmpty(item));
    }

    private static List<String> texts(Menu menu) {
        return Arrays.stream(menu.getItems())
                .filter(item -> (item.getStyle() & SWT.SEPARATOR) == 0)
                .map(item -> Widgets.text(item) + (item.isEnabled() ? "" : " (disabled)"))
                .toList();
    }
}
