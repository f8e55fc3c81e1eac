package org.kontor.ui.robot;

import org.eclipse.swt.custom.CCombo;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Widget;

/** Picks an entry of a combo box or list by the keyboard. On the robot's thread. */
final class Choosing {
    private Choosing() {}

    static void choose(Robot robot, Widget widget, String text) {
        int wanted = robot.ask(() -> index(widget, text));
        if (wanted < 0) {
            throw new RobotException("no entry \"" + text + "\" to choose", null);
        }
        int at = robot.ask(() -> selected(widget));
        while (at != wanted) {
            int before = at;
            robot.press(at < wanted ? "Down" : "Up");
            at = robot.await("the next entry", () -> {
                int now = selected(widget);
                return now == before ? null : (Integer) now;
            });
        }
    }

    private static int index(Widget widget, String text) {
        return switch (widget) {
            case Combo combo -> combo.indexOf(text);
            case CCombo combo -> combo.indexOf(text);
            case org.eclipse.swt.widgets.List list -> list.indexOf(text);
            default -> throw nothing(widget);
        };
    }

    private static int selected(Widget widget) {
        return switch (widget) {
            case Combo combo -> combo.getSelectionIndex();
            case CCombo combo -> combo.getSelectionIndex();
            case org.eclipse.swt.widgets.List list -> list.getSelectionIndex();
            default -> throw nothing(widget);
        };
    }

    private static RobotException nothing(Widget widget) {
        return new RobotException("a " + widget.getClass().getSimpleName() + " has nothing to choose from", null);
    }
}
