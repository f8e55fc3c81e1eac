package org.kontor.app.internal.handler;

import org.eclipse.e4.core.di.annotations.Execute;
import org.kontor.app.internal.window.Drawer;

/** Shows what is being worked on, or hides it if it is shown. */
public final class ProgressHandler {
    @Execute
    void show(Drawer drawer) {
        drawer.toggle("org.kontor.part.progress");
    }
}
