package org.kontor.app.internal.handler;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/** The text field that has the focus, whichever widget it is; one that can do nothing if there is none. */
final class FocusedText {
    private final @Nullable Control control;

    private FocusedText(@Nullable Control control) {
        this.control = control;
    }

    static FocusedText of(Display display) {
        return new FocusedText(display.getFocusControl());
    }

    boolean canCut() {
        return editable() && canCopy();
    }

    boolean canCopy() {
        return switch (control) {
            case Text text -> text.getSelectionCount() > 0;
            case StyledText text -> text.getSelectionCount() > 0;
            case Combo combo -> combo.getSelection().x != combo.getSelection().y;
            case null, default -> false;
        };
    }

    boolean canPaste() {
        return editable();
    }

    boolean canSelectAll() {
        return control instanceof Text || control instanceof StyledText || control instanceof Combo;
    }

    void cut() {
        switch (control) {
            case Text text -> text.cut();
            case StyledText text -> text.cut();
            case Combo combo -> combo.cut();
            case null, default -> nothing();
        }
    }

    void copy() {
        switch (control) {
            case Text text -> text.copy();
            case StyledText text -> text.copy();
            case Combo combo -> combo.copy();
            case null, default -> nothing();
        }
    }

    void paste() {
        switch (control) {
            case Text text -> text.paste();
            case StyledText text -> text.paste();
            case Combo combo -> combo.paste();
            case null, default -> nothing();
        }
    }

    void selectAll() {
        switch (control) {
            case Text text -> text.selectAll();
            case StyledText text -> text.selectAll();
            case Combo combo ->
                combo.setSelection(
                        new org.eclipse.swt.graphics.Point(0, combo.getText().length()));
            case null, default -> nothing();
        }
    }

    private boolean editable() {
        return switch (control) {
            case Text text -> text.getEditable();
            case StyledText text -> text.getEditable();
            case Combo combo -> (combo.getStyle() & SWT.READ_ONLY) == 0;
            case null, default -> false;
        };
    }

    /** The focus may have gone between the question and the deed. */
    private static void nothing() {}
}
