package org.kontor.app.internal.handler;

import jakarta.inject.Named;
import java.util.Locale;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.services.nls.Translation;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.e4.ui.workbench.IWorkbench;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.kontor.app.internal.Messages;
import org.kontor.app.internal.dialog.CloseGuard;
import org.kontor.app.internal.model.Settings;

/** Chooses the language, from the next start on, and offers that start. */
public final class LanguageHandler {
    @Execute
    void choose(
            @Named("org.kontor.command.language.tag") String tag,
            Settings settings,
            IWorkbench workbench,
            CloseGuard guard,
            @Translation Messages texts,
            @Named(IServiceConstants.ACTIVE_SHELL) Shell shell) {
        boolean same = tag.equals(settings.preferences().language())
                || settings.preferences().language() == null
                        && tag.equals(Locale.getDefault().getLanguage());
        if (same) {
            return;
        }
        settings.choose(settings.preferences().with(tag));
        int answer = MessageDialog.open(
                MessageDialog.QUESTION,
                shell,
                texts.language_title,
                texts.language_sentence,
                SWT.SHEET,
                texts.language_restart,
                texts.language_later);
        if (answer == 0 && guard.mayClose(shell)) {
            workbench.restart();
        }
    }
}
