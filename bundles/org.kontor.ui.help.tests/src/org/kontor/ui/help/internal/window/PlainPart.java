package org.kontor.ui.help.internal.window;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.kontor.ui.common.access.Names;

/** A part with a field that takes the focus. */
public final class PlainPart {
    private final Composite parent;

    @Inject
    public PlainPart(Composite parent) {
        this.parent = parent;
    }

    @PostConstruct
    void create() {
        parent.setLayout(new FillLayout());
        Names.id(Names.name(new Text(parent, SWT.MULTI), "Work"), "work");
    }

    @Focus
    void focus() {
        parent.setFocus();
    }
}
