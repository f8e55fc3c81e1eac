package org.kontor.ui.common.widget;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/**
 * Opens the menu of a button below it.
 *
 * @since 0.1
 */
public final class DropMenu {
    /** What a menu has beside its words: check mark, edges. */
    private static final int BESIDE = 60;

    private DropMenu() {}

    /**
     * Opens {@code menu} below {@code button}, its left edge under the button's. Where it would not fit on the screen its right
     * edge is under the button's: the system turns a menu over at the point where it is to open, and so away from the button. The
     * menu is disposed of when it is closed.
     */
    public static void open(Menu menu, Control button) {
        Point size = button.getSize();
        Point left = button.toDisplay(0, size.y);
        Rectangle screen = button.getMonitor().getClientArea();
        boolean fits = left.x + width(menu, button) <= screen.x + screen.width;
        menu.setLocation(fits ? left : button.toDisplay(size.x, size.y));
        Display display = button.getDisplay();
        // What is chosen is told after the menu is hidden.
        menu.addListener(
                SWT.Hide,
                event -> display.asyncExec(() -> {
                    if (!menu.isDisposed()) {
                        menu.dispose();
                    }
                }));
        menu.setVisible(true);
    }

    private static int width(Menu menu, Control button) {
        GC measure = new GC(button);
        try {
            measure.setFont(button.getDisplay().getSystemFont());
            int widest = 0;
            for (MenuItem item : menu.getItems()) {
                widest = Math.max(widest, measure.textExtent(item.getText()).x);
            }
            return widest + BESIDE;
        } finally {
            measure.dispose();
        }
    }
}
