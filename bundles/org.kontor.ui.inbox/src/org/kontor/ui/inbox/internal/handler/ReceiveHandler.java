package org.kontor.ui.inbox.internal.handler;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.kontor.ui.inbox.internal.InboxSession;
import org.kontor.ui.inbox.internal.model.Models;

/** Reads all accounts that are shown now rather than at their next turn. */
public final class ReceiveHandler {
    @Execute
    void execute(InboxSession session) {
        Models models = session.models();
        if (models != null) {
            models.inbox().directory().accounts().values().stream()
                    .filter(account -> account.active())
                    .filter(account -> models.inbox().brands().isEmpty()
                            || models.inbox().brands().contains(account.brand()))
                    .forEach(account -> models.services().runner().receiveNow(account.id()));
            models.feed().look();
        }
    }

    @CanExecute
    boolean canExecute(InboxSession session) {
        return session.models() != null;
    }
}
