package org.kontor.ui.inbox.internal.handler;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.kontor.ui.inbox.internal.InboxSession;
import org.kontor.ui.inbox.internal.model.Models;

/** Selects the next conversation. */
public final class NextHandler {
    @Execute
    void execute(InboxSession session) {
        Models models = session.models();
        if (models != null) {
            models.inbox().step(1);
        }
    }

    @CanExecute
    boolean canExecute(InboxSession session) {
        return session.models() != null;
    }
}
