package org.kontor.ui.escalation.internal.view;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.kontor.ui.common.widget.Sheet;

/** Asks what becomes of what was typed, before its editor closes. */
public final class SaveSheet extends Sheet {
    private final Desk desk;

    /** @param name of the editor */
    public SaveSheet(Shell parent, Desk desk, String name) {
        super(parent, desk.look(), desk.text("leave.title", name), desk.text("leave.sentence"));
        this.desk = desk;
    }

    @Override
    protected void fill(Composite parent) {
        // the sentence says it all
    }

    @Override
    protected void buttons(Composite parent) {
        createButton(parent, IDialogConstants.NO_ID, desk.text("leave.discard"), false);
        createButton(parent, IDialogConstants.CANCEL_ID, desk.text("leave.stay"), false);
        createButton(parent, IDialogConstants.YES_ID, desk.text("leave.save"), true);
    }

    @Override
    protected void buttonPressed(int id) {
        if (id == IDialogConstants.NO_ID || id == IDialogConstants.YES_ID) {
            setReturnCode(id);
            close();
        } else {
            super.buttonPressed(id);
        }
    }
}
