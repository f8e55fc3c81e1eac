package org.kontor.app.internal.dialog;

import jakarta.inject.Inject;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.services.nls.Translation;
import org.eclipse.e4.ui.workbench.IWorkbench;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.kontor.app.internal.Messages;

/** Offers the restart after which the window speaks another language. */
@Creatable
public final class RestartQuestion {
    private final IWorkbench workbench;
    private final CloseGuard guard;
    private final Messages texts;

    @Inject
    public RestartQuestion(IWorkbench workbench, CloseGuard guard, @Translation Messages texts) {
        this.workbench = workbench;
        this.guard = guard;
        this.texts = texts;
    }

    /** Asks, and restarts if the user wants it and nobody has a concern. */
    public void ask(Shell shell) {
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
