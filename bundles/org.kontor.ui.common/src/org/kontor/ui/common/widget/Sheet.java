package org.kontor.ui.common.widget;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Look;

/**
 * A dialog: a title, a sentence, what is to be seen or filled in, buttons in the user's language.
 *
 * @since 0.1
 */
public abstract class Sheet extends Dialog {
    private final Look look;
    private final String title;
    private final String sentence;

    /**
     * @param title of the window and of the page
     * @param sentence below the title; may be empty
     */
    protected Sheet(@Nullable Shell parent, Look look, String title, String sentence) {
        super(parent);
        this.look = look;
        this.title = title;
        this.sentence = sentence;
    }

    /** Fills the space between sentence and buttons. {@code parent} has a grid layout of one column without margins. */
    protected abstract void fill(Composite parent);

    /** Makes the buttons; one that closes, unless overridden. */
    protected void buttons(Composite parent) {
        button(parent, org.eclipse.jface.dialogs.IDialogConstants.CLOSE_ID, true);
    }

    /** How large it opens at least. */
    protected Point size() {
        return new Point(560, 0);
    }

    /** The looks of the window. */
    protected final Look look() {
        return look;
    }

    /** Makes one of the usual buttons. */
    protected final Button button(Composite parent, int id, boolean byDefault) {
        return createButton(parent, id, "", byDefault);
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected void configureShell(@Nullable Shell shell) {
        super.configureShell(shell);
        if (shell != null) {
            shell.setText(title);
        }
    }

    @Override
    protected Control createDialogArea(@Nullable Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        area.setLayout(Grid.layout(1, Grid.TRIPLE));
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        Texts.title(area, look, title);
        if (!sentence.isEmpty()) {
            Texts.body(area, look, sentence);
        }
        Composite content = new Composite(area, SWT.NONE);
        content.setLayout(Grid.tight(1));
        GridDataFactory.fillDefaults().grab(true, true).indent(0, Grid.UNIT).applyTo(content);
        fill(content);
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(@Nullable Composite parent) {
        if (parent != null) {
            buttons(parent);
        }
    }

    @Override
    protected Button createButton(@Nullable Composite parent, int id, @Nullable String label, boolean defaultButton) {
        String words = label == null ? "" : label;
        return super.createButton(parent, id, words.isEmpty() ? DialogTexts.button(id, words) : words, defaultButton);
    }

    @Override
    protected void buttonPressed(int id) {
        if (id == org.eclipse.jface.dialogs.IDialogConstants.CLOSE_ID) {
            setReturnCode(CANCEL);
            close();
        } else {
            super.buttonPressed(id);
        }
    }

    @Override
    protected Point getInitialSize() {
        Point needed = super.getInitialSize();
        Point wanted = size();
        return new Point(Math.max(needed.x, wanted.x), Math.max(needed.y, wanted.y));
    }
}
