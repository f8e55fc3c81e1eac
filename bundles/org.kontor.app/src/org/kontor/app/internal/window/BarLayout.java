package org.kontor.app.internal.window;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;
import org.jspecify.annotations.Nullable;

/**
 * Lays out a trim bar: our own control takes what others leave and the whole depth of the bar. The platform's layout takes
 * four pixels off a control that stretches, and a bar with a hairline at its edge cannot spare them.
 */
final class BarLayout extends Layout {
    private final boolean horizontal;
    private final Control own;

    private BarLayout(boolean horizontal, Control own) {
        this.horizontal = horizontal;
        this.own = own;
    }

    /** Lays out the bar in which {@code own} stands from now on. */
    static void install(Control own, boolean horizontal) {
        own.getParent().setLayout(new BarLayout(horizontal, own));
    }

    @Override
    protected Point computeSize(@Nullable Composite bar, int wHint, int hHint, boolean changed) {
        int length = 0;
        int depth = 0;
        if (bar != null) {
            for (Control each : bar.getChildren()) {
                Point size = each.computeSize(SWT.DEFAULT, SWT.DEFAULT, changed);
                length += horizontal ? size.x : size.y;
                depth = Math.max(depth, horizontal ? size.y : size.x);
            }
        }
        Point needed = horizontal ? new Point(length, depth) : new Point(depth, length);
        return new Point(wHint == SWT.DEFAULT ? needed.x : wHint, hHint == SWT.DEFAULT ? needed.y : hHint);
    }

    @Override
    protected void layout(@Nullable Composite bar, boolean changed) {
        if (bar == null) {
            return;
        }
        Rectangle area = bar.getClientArea();
        int others = 0;
        for (Control each : bar.getChildren()) {
            others += each == own ? 0 : length(each, changed);
        }
        int rest = Math.max(0, (horizontal ? area.width : area.height) - others);
        int at = 0;
        for (Control each : bar.getChildren()) {
            int length = each == own ? rest : length(each, changed);
            if (horizontal) {
                each.setBounds(at, 0, length, area.height);
            } else {
                each.setBounds(0, at, area.width, length);
            }
            at += length;
        }
    }

    private int length(Control control, boolean changed) {
        Point size = control.computeSize(SWT.DEFAULT, SWT.DEFAULT, changed);
        return horizontal ? size.x : size.y;
    }
}
