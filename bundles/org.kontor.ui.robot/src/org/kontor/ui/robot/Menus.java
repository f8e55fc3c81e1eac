package org.kontor.ui.robot;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.jspecify.annotations.Nullable;

/** Walks through menus by the keyboard: SWT tells no place where a menu item could be clicked. On the robot's thread. */
final class Menus {
    private Menus() {}

    /** From the menu bar of the window in front. */
    static void choose(Robot robot, List<String> path) {
        walk(robot, path, true);
    }

    /** In the context menu that is open now. */
    static void chooseInOpen(Robot robot, List<String> path) {
        walk(robot, path, false);
    }

    private static void walk(Robot robot, List<String> path, boolean fromBar) {
        Display display = robot.display();
        AtomicReference<@Nullable MenuItem> armed = new AtomicReference<>();
        Listener listener = event -> armed.set(event.widget instanceof MenuItem item ? item : null);
        robot.run(() -> display.addFilter(SWT.Arm, listener));
        try {
            if (fromBar) {
                robot.press("F10");
            } else {
                robot.press("Down");
            }
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
        } finally {
            robot.run(() -> display.removeFilter(SWT.Arm, listener));
        }
    }

    /** Steps on until the item named is armed; having come round to the first one again means that it is not there. */
    private static void arm(Robot robot, AtomicReference<@Nullable MenuItem> armed, String text, String step) {
        MenuItem first = robot.await("an item of a menu on the way to \"" + text + "\"", armed::get);
        MenuItem now = first;
        while (!text(robot, now).equals(text)) {
            MenuItem before = now;
            robot.press(step);
            now = robot.await("the item after " + text(robot, before), () -> {
                MenuItem next = armed.get();
                return next == before ? null : next;
            });
            if (now == first) {
                String there = robot.ask(() -> String.join(", ", texts(first.getParent())));
                robot.press("Escape");
                throw new RobotException("no menu item \"" + text + "\" that can be used; there are: " + there, null);
            }
        }
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
