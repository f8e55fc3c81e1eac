package org.kontor.ui.inbox.internal.handler;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.kontor.ui.inbox.internal.InboxSession;
import org.kontor.ui.inbox.internal.model.Models;

/** Gives the selected conversations to nobody. */
public final class UnassignHandler {
    @Execute
    void execute(InboxSession session) {
        Models models = session.models();
        if (models != null) {
            models.actions().assign(session.selected(), null);
        }
    }

    @CanExecute
    boolean canExecute(InboxSession session) {
        return !session.selected().isEmpty();
    }
}
