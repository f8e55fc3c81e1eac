package org.kontor.ui.inbox.internal.handler;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.kontor.ui.inbox.internal.InboxSession;
import org.kontor.ui.inbox.internal.model.Models;

/** Gives the selected conversations to the user. */
public final class AssignHandler {
    @Execute
    void execute(InboxSession session) {
        Models models = session.models();
        if (models != null) {
            models.actions().assignToMe(session.selected());
        }
    }

    @CanExecute
    boolean canExecute(InboxSession session) {
        return !session.selected().isEmpty();
    }
}
