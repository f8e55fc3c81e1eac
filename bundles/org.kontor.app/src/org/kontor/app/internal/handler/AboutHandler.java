package org.kontor.app.internal.handler;

import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.services.nls.Translation;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.swt.widgets.Shell;
import org.kontor.api.runner.DataFolder;
import org.kontor.app.internal.Messages;
import org.kontor.app.internal.dialog.AboutSheet;
import org.kontor.ui.common.look.Look;

/** Says what this is: versions, licences, and where the data lies. */
public final class AboutHandler {
    @Execute
    void show(
            Look look,
            @Translation Messages texts,
            DataFolder folder,
            @Named(IServiceConstants.ACTIVE_SHELL) Shell shell) {
        new AboutSheet(shell, look, texts, folder).open();
    }
}
