package org.kontor.ui.common.widget;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.look.TypeStyle;

/**
 * Makes labels in the few ways in which text is set. Wrapping ones take the width that a grid layout gives them.
 *
 * @since 0.1
 */
public final class Texts {
    private Texts() {}

    /** A title of a page or dialog. */
    public static Label title(Composite parent, Look look, String text) {
        return label(parent, look, TypeStyle.TITLE, text, SWT.NONE);
    }

    /** A heading of a section. */
    public static Label heading(Composite parent, Look look, String text) {
        return label(parent, look, TypeStyle.STRONG, text, SWT.NONE);
    }

    /** What is read, wrapped. */
    public static Label body(Composite parent, Look look, String text) {
        Label label = label(parent, look, TypeStyle.TEXT, text, SWT.WRAP);
        // A width hint lets a wrapping label ask for the height it needs rather than for one long line.
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(label);
        return label;
    }

    /** What stands beside it: labels of fields, hints. */
    public static Label quiet(Composite parent, Look look, String text) {
        return Css.set(label(parent, look, TypeStyle.TEXT, text, SWT.NONE), Css.QUIET);
    }

    /** The same in small. */
    public static Label small(Composite parent, Look look, String text) {
        return Css.set(label(parent, look, TypeStyle.SMALL, text, SWT.NONE), Css.QUIET);
    }

    private static Label label(Composite parent, Look look, TypeStyle style, String text, int bits) {
        Label label = new Label(parent, bits);
        label.setFont(look.font(style));
        // A label takes & for a mnemonic.
        label.setText(text.replace("&", "&&"));
        return label;
    }
}
