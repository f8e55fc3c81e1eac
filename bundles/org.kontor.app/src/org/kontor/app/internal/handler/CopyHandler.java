package org.kontor.app.internal.handler;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.swt.widgets.Display;

/** Does to the text field that has the focus what its own menu would. */
public final class CopyHandler {
    @CanExecute
    boolean can(Display display) {
        return FocusedText.of(display).canCopy();
    }

    @Execute
    void execute(Display display) {
        FocusedText.of(display).copy();
    }
}
