package org.kontor.ui.robot;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Scrollable;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Widget;

/**
 * Finds what is cut off: a widget that is smaller than its words need, or that reaches out of what it stands in. What a person
 * can scroll to is not cut off, and neither is what says so itself: a widget that shortens its words to the room it has, with
 * an ellipsis, carries {@link #SHORTENS}. On the UI thread.
 */
final class Clipping {
    /** Under this key a widget says that it shortens its words by itself. */
    static final String SHORTENS = "org.kontor.shortens";

    /** Rounding at zooms such as 125 %. */
    private static final int TOLERANCE = 2;

    private Clipping() {}

    /** One line for every widget in sight that is cut off. */
    static List<String> of(Display display) {
        List<String> found = new ArrayList<>();
        for (Widget widget : Widgets.visible(display)) {
            if (widget instanceof Control control && hasWords(control) && control.getData(SHORTENS) == null) {
                Point has = control.getSize();
                Point needs = needs(control, has);
                if (has.x > 0 && has.y > 0 && (needs.x > has.x + TOLERANCE || needs.y > has.y + TOLERANCE)) {
                    found.add("%s has %d x %d and needs %d x %d"
                            .formatted(Widgets.print(widget), has.x, has.y, needs.x, needs.y));
                } else if (reachesOut(control)) {
                    found.add(Widgets.print(widget) + " reaches out of its place " + control.getBounds());
                }
            }
        }
        return found;
    }

    private static boolean hasWords(Control control) {
        return switch (control) {
            case Label label ->
                (label.getStyle() & SWT.SEPARATOR) == 0 && !label.getText().isEmpty();
            case CLabel label -> !label.getText().isEmpty();
            case Button button -> !button.getText().isEmpty();
            case Link link -> !link.getText().isEmpty();
            // A widget that draws itself and holds no others knows best what it needs.
            case Canvas canvas ->
                canvas.getChildren().length == 0
                        && (canvas.getStyle() & (SWT.H_SCROLL | SWT.V_SCROLL)) == 0
                        && !Names.orEmpty(canvas).isBlank();
            default -> false;
        };
    }

    private static Point needs(Control control, Point has) {
        boolean wraps = (control.getStyle() & SWT.WRAP) != 0;
        Point needs = control.computeSize(wraps ? has.x : SWT.DEFAULT, SWT.DEFAULT, false);
        return wraps ? new Point(0, needs.y) : needs;
    }

    private static boolean reachesOut(Control control) {
        Composite parent = control.getParent();
        for (Composite each = parent; each != null && !(each instanceof Shell); each = each.getParent()) {
            if (scrolls(each)) {
                return false;
            }
        }
        Rectangle area = parent.getClientArea();
        Rectangle bounds = control.getBounds();
        return bounds.x < area.x - TOLERANCE
                || bounds.x + bounds.width > area.x + area.width + TOLERANCE
                || bounds.y + bounds.height > area.y + area.height + TOLERANCE;
    }

    private static boolean scrolls(Scrollable pane) {
        return pane.getVerticalBar() != null || pane.getHorizontalBar() != null;
    }
}
