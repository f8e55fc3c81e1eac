package org.kontor.app.internal.handler;

import org.eclipse.e4.core.di.annotations.Execute;
import org.kontor.app.internal.window.Drawer;

/** Shows the error log, or hides it if it is shown. */
public final class ErrorLogHandler {
    @Execute
    void show(Drawer drawer) {
        drawer.toggle("org.kontor.part.errorlog");
    }
}
