package org.kontor.ui.escalation.internal.view;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.kontor.api.cases.CaseEntry;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.widget.Texts;
import org.kontor.ui.escalation.internal.model.CaseFile;

/** What happened in a case, the newest first. */
final class Timeline extends Composite {
    private final Desk desk;
    private List<CaseEntry> shown = List.of();

    Timeline(Composite parent, Desk desk) {
        super(parent, SWT.NONE);
        this.desk = desk;
        Css.set(this, Css.CANVAS);
        GridLayout columns = Grid.tight(3);
        columns.horizontalSpacing = 12;
        setLayout(columns);
    }

    /** Returns whether anything looks different. */
    boolean refresh(CaseFile file) {
        if (shown.equals(file.entries())) {
            return false;
        }
        shown = file.entries();
        for (Control each : getChildren()) {
            each.dispose();
        }
        shown.reversed().forEach(entry -> line(file, entry));
        layout(true, true);
        return true;
    }

    private void line(CaseFile file, CaseEntry entry) {
        Label time = Css.set(Texts.quiet(this, desk.look(), desk.words().time(entry)), Css.QUIET, Css.CANVAS);
        time.setToolTipText(desk.words().exactly(entry));
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(time);
        Label who = Css.set(Texts.heading(this, desk.look(), desk.words().who(file, entry.by())), Css.CANVAS);
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(who);
        Css.set(Texts.body(this, desk.look(), desk.words().entry(file, entry)), Css.CANVAS);
    }
}
