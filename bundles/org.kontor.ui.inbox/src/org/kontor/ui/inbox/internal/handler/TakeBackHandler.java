package org.kontor.ui.inbox.internal.handler;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.kontor.ui.inbox.internal.InboxSession;
import org.kontor.ui.inbox.internal.model.Models;

/** Takes the last action back. */
public final class TakeBackHandler {
    @Execute
    void execute(InboxSession session) {
        Models models = session.models();
        if (models != null) {
            models.actions().undo();
        }
    }

    @CanExecute
    boolean canExecute(InboxSession session) {
        Models models = session.models();
        return models != null && models.actions().canUndo();
    }
}
