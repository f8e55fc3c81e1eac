package org.kontor.app.internal.launch;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;

/** Notices when a window stands and something of it was painted. */
final class FirstPicture implements Listener {
    private final Shell shell;
    private final Runnable action;
    private boolean seen;

    private FirstPicture(Shell shell, Runnable action) {
        this.shell = shell;
        this.action = action;
    }

    /** Calls {@code action} on the UI thread after something in {@code shell} was painted from now on. */
    static void then(Shell shell, Runnable action) {
        shell.getDisplay().addFilter(SWT.Paint, new FirstPicture(shell, action));
        // All of it may have been painted before: once more makes sure that there is an event.
        Rectangle area = shell.getClientArea();
        shell.redraw(area.x, area.y, area.width, area.height, true);
    }

    @Override
    public void handleEvent(@Nullable Event event) {
        if (!seen && event != null && event.widget instanceof Control control && control.getShell() == shell) {
            seen = true;
            Display display = shell.getDisplay();
            // Filters must not be taken off while they run, and the picture stands only after this event.
            display.asyncExec(() -> {
                display.removeFilter(SWT.Paint, this);
                action.run();
            });
        }
    }
}
