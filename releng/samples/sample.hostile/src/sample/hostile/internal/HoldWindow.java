package sample.hostile.internal;

import org.eclipse.e4.core.di.annotations.Execute;

/** A menu item that waits for ever, on the thread that draws the window. */
public final class HoldWindow {
    @Execute
    void hold() {
        Way.BLOCKS.go();
    }
}
