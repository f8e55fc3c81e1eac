package org.kontor.app.internal.handler;

import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.e4.ui.workbench.IWorkbench;
import org.eclipse.swt.widgets.Shell;
import org.kontor.app.internal.dialog.CloseGuard;

/** Ends the program, unless someone has a concern and the user stays. */
public final class QuitHandler {
    @Execute
    void quit(IWorkbench workbench, CloseGuard guard, @Named(IServiceConstants.ACTIVE_SHELL) Shell shell) {
        if (guard.mayClose(shell)) {
            workbench.close();
        }
    }
}
