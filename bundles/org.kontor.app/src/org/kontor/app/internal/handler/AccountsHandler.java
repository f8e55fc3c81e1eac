package org.kontor.app.internal.handler;

import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.services.nls.Translation;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.swt.widgets.Shell;
import org.kontor.app.internal.Messages;
import org.kontor.app.internal.dialog.AccountsSheet;
import org.kontor.app.internal.model.FactsFeed;
import org.kontor.ui.common.look.Look;

/** Shows how every account is doing. */
public final class AccountsHandler {
    @Execute
    void show(
            Look look,
            @Translation Messages texts,
            FactsFeed feed,
            @Named(IServiceConstants.ACTIVE_SHELL) Shell shell) {
        new AccountsSheet(shell, look, texts, feed).open();
    }
}
