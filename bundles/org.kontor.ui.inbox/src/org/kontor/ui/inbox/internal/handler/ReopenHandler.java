package org.kontor.ui.inbox.internal.handler;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.kontor.ui.inbox.internal.InboxSession;
import org.kontor.ui.inbox.internal.model.Models;

/** Opens the selected conversations again. */
public final class ReopenHandler {
    @Execute
    void execute(InboxSession session) {
        Models models = session.models();
        if (models != null) {
            models.actions().reopen(session.selected());
        }
    }

    @CanExecute
    boolean canExecute(InboxSession session) {
        return !session.selected().isEmpty();
    }
}
