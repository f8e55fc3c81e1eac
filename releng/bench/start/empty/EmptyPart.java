package org.kontor.bench.empty;

import jakarta.annotation.PostConstruct;
import org.eclipse.e4.ui.workbench.IWorkbench;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;

/** A part that paints nothing, says when it did so for the first time, and ends the application. */
public final class EmptyPart {
    @PostConstruct
    void create(Composite parent, IWorkbench workbench) {
        Canvas canvas = new Canvas(parent, SWT.NONE);
        canvas.addListener(SWT.Paint, new Listener() {
            @Override
            public void handleEvent(Event event) {
                canvas.removeListener(SWT.Paint, this);
                canvas.getDisplay().asyncExec(() -> {
                    System.out.println("kontor: empty window painted");
                    System.out.flush();
                    workbench.close();
                });
            }
        });
    }
}
