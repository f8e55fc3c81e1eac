package org.kontor.ui.common.widget;

import java.util.Arrays;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.common.look.Grid;

/**
 * Buttons in one row. Where the words of all do not fit, those with an icon show only that, the last one first; a screen reader
 * and the tool tip still say the words. What fits not even so goes on below. Buttons that are not visible take no room.
 *
 * @since 0.1
 */
public final class ActionRow extends Composite {
    public ActionRow(Composite parent) {
        super(parent, SWT.NONE);
        setLayout(new Fitting());
    }

    private static final class Fitting extends Layout {
        @Override
        protected Point computeSize(@Nullable Composite row, int wHint, int hHint, boolean flush) {
            return row == null ? new Point(0, 0) : place(row, wHint == SWT.DEFAULT ? Integer.MAX_VALUE : wHint, false);
        }

        @Override
        protected void layout(@Nullable Composite row, boolean flush) {
            if (row != null) {
                place(row, row.getClientArea().width, true);
            }
        }

        private static Point place(Composite row, int room, boolean move) {
            List<Control> shown =
                    Arrays.stream(row.getChildren()).filter(Control::getVisible).toList();
            fit(shown, room);
            int x = 0;
            int y = 0;
            int widest = 0;
            int height = 0;
            for (Control each : shown) {
                Point size = each.computeSize(SWT.DEFAULT, SWT.DEFAULT);
                if (x > 0 && x + size.x > room) {
                    x = 0;
                    y += height + Grid.HALF;
                    height = 0;
                }
                if (move) {
                    each.setBounds(x, y, size.x, size.y);
                }
                x += size.x + Grid.HALF;
                widest = Math.max(widest, x - Grid.HALF);
                height = Math.max(height, size.y);
            }
            return new Point(widest, y + height);
        }

        private static void fit(List<Control> shown, int room) {
            List<ActionButton> buttons = shown.stream()
                    .filter(ActionButton.class::isInstance)
                    .map(ActionButton.class::cast)
                    .toList();
            buttons.forEach(button -> button.compact(false));
            for (int i = buttons.size() - 1; i >= 0 && width(shown) > room; i--) {
                buttons.get(i).compact(true);
            }
        }

        private static int width(List<Control> shown) {
            return shown.stream()
                            .mapToInt(each -> each.computeSize(SWT.DEFAULT, SWT.DEFAULT).x + Grid.HALF)
                            .sum()
                    - Grid.HALF;
        }
    }
}
