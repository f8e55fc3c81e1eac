package org.kontor.ui.robot;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.TabItem;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Widget;

/** Where widgets are on the screen. All of it on the UI thread. */
final class Places {
    private Places() {}

    /** The bounds in display coordinates, in points. */
    static Rectangle bounds(Widget widget) {
        return switch (widget) {
            case Shell shell -> shell.getBounds();
            case Control control -> control.getDisplay().map(control.getParent(), null, control.getBounds());
            case ToolItem item -> item.getDisplay().map(item.getParent(), null, item.getBounds());
            case CTabItem item -> item.getDisplay().map(item.getParent(), null, item.getBounds());
            case TabItem item -> item.getDisplay().map(item.getParent(), null, item.getBounds());
            default ->
                throw new RobotException(
                        "no place known of a " + widget.getClass().getSimpleName(), null);
        };
    }

    /** Scrolls so far that the widget can be seen, in every scrolled area around it, the outermost first. */
    static void reveal(Widget widget) {
        if (!(widget instanceof Control control)) {
            return;
        }
        List<ScrolledComposite> around = new ArrayList<>();
        for (Composite parent = control.getParent();
                parent != null && !(parent instanceof Shell);
                parent = parent.getParent()) {
            if (parent instanceof ScrolledComposite scrolled) {
                around.add(0, scrolled);
            }
        }
        around.forEach(scrolled -> scrolled.showControl(control));
    }

    /** Whether a widget is another one or stands somewhere inside it. */
    static boolean isIn(Widget inner, Widget outer) {
        if (inner == outer) {
            return true;
        }
        Composite parent = switch (inner) {
            case Shell shell -> null;
            case Control control -> control.getParent();
            case ToolItem item -> item.getParent();
            case CTabItem item -> item.getParent();
            case TabItem item -> item.getParent();
            default -> null;
        };
        return parent != null && isIn(parent, outer);
    }
}
