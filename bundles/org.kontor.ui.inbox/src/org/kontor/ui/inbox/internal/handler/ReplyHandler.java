package org.kontor.ui.inbox.internal.handler;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.kontor.ui.inbox.internal.InboxSession;
import org.kontor.ui.inbox.internal.view.ConversationView;

/** Puts the caret into the reply. */
public final class ReplyHandler {
    @Execute
    void execute(InboxSession session) {
        ConversationView view = session.stage().conversation();
        if (view != null) {
            view.write();
        }
    }

    @CanExecute
    boolean canExecute(InboxSession session) {
        return session.stage().conversation() != null && !session.selected().isEmpty();
    }
}
