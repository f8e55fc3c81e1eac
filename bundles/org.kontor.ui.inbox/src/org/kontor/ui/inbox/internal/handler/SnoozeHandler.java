package org.kontor.ui.inbox.internal.handler;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.kontor.ui.inbox.internal.InboxSession;
import org.kontor.ui.inbox.internal.view.ConversationView;

/** Opens the choice of times to put conversations aside until. */
public final class SnoozeHandler {
    @Execute
    void execute(InboxSession session) {
        ConversationView view = session.stage().conversation();
        if (view != null) {
            view.openSnooze();
        }
    }

    @CanExecute
    boolean canExecute(InboxSession session) {
        return session.stage().conversation() != null && !session.selected().isEmpty();
    }
}
