package org.kontor.ui.inbox.internal.handler;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.swt.widgets.Display;
import org.kontor.ui.inbox.internal.InboxSession;
import org.kontor.ui.inbox.internal.model.Models;
import org.kontor.ui.inbox.internal.view.TextUndo;

/** Takes back what was typed where someone types, else the last action. */
public final class UndoHandler {
    @Execute
    void execute(InboxSession session, Display display) {
        Models models = session.models();
        if (!TextUndo.undoIn(display.getFocusControl()) && models != null) {
            models.actions().undo();
        }
    }

    @CanExecute
    boolean canExecute(InboxSession session, Display display) {
        Models models = session.models();
        return TextUndo.has(display.getFocusControl())
                || models != null && models.actions().canUndo();
    }
}
