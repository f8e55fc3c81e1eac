package org.kontor.ui.escalation.internal.view;

import java.util.List;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.kontor.api.cases.Outcome;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.widget.Field;
import org.kontor.ui.common.widget.Sheet;
import org.kontor.ui.common.widget.Texts;

/** Asks how a case ended. */
final class CloseCaseSheet extends Sheet {
    private static final int LINES = 72;

    private final Desk desk;
    private Outcome outcome = Outcome.SOLVED;
    private String words = "";

    /** @param dirty whether what was typed is saved with it */
    CloseCaseSheet(Shell parent, Desk desk, boolean dirty) {
        super(parent, desk.look(), desk.text("close.title"), desk.text(dirty ? "close.dirty" : "close.sentence"));
        this.desk = desk;
    }

    /** How it ended. */
    Outcome outcome() {
        return outcome;
    }

    /** What was done. */
    String words() {
        return words;
    }

    @Override
    protected void fill(Composite parent) {
        Texts.quiet(parent, look(), desk.text("close.outcome"));
        Choice<Outcome> choice = new Choice<>(parent, look(), "close.outcome", desk.text("close.outcome"));
        choice.show(List.of(Outcome.values()), outcome, desk.words()::of);
        choice.onChoose(chosen -> outcome = chosen);
        Texts.quiet(parent, look(), desk.text("close.words"));
        Field field = new Field(parent, look(), SWT.MULTI | SWT.WRAP, desk.text("close.words"));
        Names.id(field.text(), "close.words");
        GridDataFactory.fillDefaults().grab(true, true).hint(420, LINES).applyTo(field);
        field.text().addListener(SWT.Modify, e -> words = field.text().getText().replace("\r\n", "\n"));
    }

    @Override
    protected void buttons(Composite parent) {
        createButton(parent, IDialogConstants.CANCEL_ID, desk.text("close.cancel"), false);
        createButton(parent, IDialogConstants.OK_ID, desk.text("close.ok"), true);
    }
}
