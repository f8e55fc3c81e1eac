package org.kontor.ui.inbox.internal.part;

import org.eclipse.e4.ui.services.EContextService;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DateTime;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;

/**
 * Lets single letters be keys of commands only while nobody types: the binding context of the browse keys is on while a
 * pane has the focus in something that takes no text.
 */
final class BrowseKeys {
    /** The binding context of keys without Ctrl. */
    static final String CONTEXT = "org.kontor.context.inbox.browse";

    private final Composite pane;
    private final EContextService contexts;
    private boolean on;

    private BrowseKeys(Composite pane, EContextService contexts) {
        this.pane = pane;
        this.contexts = contexts;
    }

    /** Follows the focus in {@code pane} for as long as it lives. */
    static void follow(Composite pane, EContextService contexts) {
        BrowseKeys keys = new BrowseKeys(pane, contexts);
        Display display = pane.getDisplay();
        Listener focus = event -> keys.focused(event.widget instanceof Control control ? control : null);
        display.addFilter(SWT.FocusIn, focus);
        pane.addListener(SWT.Dispose, event -> display.removeFilter(SWT.FocusIn, focus));
    }

    private void focused(@org.jspecify.annotations.Nullable Control control) {
        if (control == null || pane.isDisposed()) {
            return;
        }
        boolean wanted = inside(control) && !types(control);
        if (wanted != on) {
            on = wanted;
            if (wanted) {
                contexts.activateContext(CONTEXT);
            } else {
                contexts.deactivateContext(CONTEXT);
            }
        }
    }

    private boolean inside(Control control) {
        Control at = control;
        while (at != null && at != pane) {
            at = at.getParent();
        }
        return at == pane;
    }

    private static boolean types(Control control) {
        return switch (control) {
            case Text text -> text.getEditable();
            case StyledText text -> text.getEditable();
            case Combo combo -> true;
            case Spinner spinner -> true;
            case DateTime time -> true;
            default -> false;
        };
    }
}
