package org.kontor.ui.inbox.internal.handler;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.inbox.internal.InboxSession;
import org.kontor.ui.inbox.internal.model.Models;
import org.kontor.ui.inbox.internal.view.TextUndo;

/** Takes back what was typed where someone types, else the last action; never an action while someone types. */
public final class UndoHandler {
    @Execute
    void execute(InboxSession session, Display display) {
        Models models = session.models();
        Control focus = display.getFocusControl();
        if (!TextUndo.undoIn(focus) && !types(focus) && models != null) {
            models.actions().undo();
        }
    }

    @CanExecute
    boolean canExecute(InboxSession session, Display display) {
        Models models = session.models();
        Control focus = display.getFocusControl();
        return TextUndo.has(focus)
                || !types(focus) && models != null && models.actions().canUndo();
    }

    private static boolean types(@Nullable Control focus) {
        return switch (focus) {
            case Text text -> text.getEditable();
            case StyledText text -> text.getEditable();
            case Combo combo -> (combo.getStyle() & SWT.READ_ONLY) == 0;
            case null, default -> false;
        };
    }
}
