package org.kontor.ui.setup.internal.view;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.look.TypeStyle;

/** Lines up a form: labels in one column, fields in the other, below each field what is to be said of it. */
public final class FormRows {
    /** Wide enough for the labels of most settings; a longer one wraps. */
    public static final int LABELS = 176;
    /** Wider fields are no easier to fill in. */
    private static final int FIELDS = 420;

    private FormRows() {}

    /** Makes {@code form} such a form. */
    public static void layout(Composite form) {
        GridLayout layout = Grid.layout(2, 0);
        layout.horizontalSpacing = Grid.DOUBLE;
        layout.verticalSpacing = 12;
        form.setLayout(layout);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(form);
    }

    /** The label of a row; an & marks its mnemonic. */
    public static Label label(Composite form, Look look, String text) {
        Label label = new Label(form, SWT.WRAP);
        Css.set(label, Css.QUIET);
        label.setFont(look.font(TypeStyle.TEXT));
        label.setText(text);
        GridDataFactory.swtDefaults()
                .align(SWT.FILL, SWT.BEGINNING)
                .hint(LABELS, SWT.DEFAULT)
                .indent(0, Grid.UNIT - 1)
                .applyTo(label);
        return label;
    }

    /** Where a row's field and its remark go, the one below the other. */
    public static Composite cell(Composite form) {
        Composite cell = new Composite(form, SWT.NONE);
        GridLayout layout = Grid.tight(1);
        layout.verticalSpacing = Grid.HALF / 2;
        cell.setLayout(layout);
        GridData wide = new GridData(SWT.FILL, SWT.BEGINNING, true, false);
        wide.widthHint = FIELDS;
        cell.setLayoutData(wide);
        // Whoever comes into a field by the keyboard sees what stands below it, too.
        cell.addListener(SWT.Activate, e -> reveal(cell));
        return cell;
    }

    private static void reveal(Composite cell) {
        for (Composite above = cell.getParent(); above != null; above = above.getParent()) {
            if (above instanceof ScrolledComposite scroll) {
                scroll.showControl(cell);
                return;
            }
        }
    }

    /** A line of several things within a cell. */
    public static Composite line(Composite cell, int columns) {
        Composite line = new Composite(cell, SWT.NONE);
        line.setLayout(Grid.tight(columns));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
        return line;
    }

    /** What stands below a field for good. */
    public static void hint(Composite cell, Desk desk, String words) {
        new Remark(cell, desk.look()).show(Remark.Kind.HINT, words);
    }

    /** How far a field stretches: over the whole cell, or as wide as what is typed into it. */
    public static GridData stretch(int width) {
        GridData data = width == SWT.DEFAULT
                ? new GridData(SWT.FILL, SWT.CENTER, true, false)
                : new GridData(SWT.BEGINNING, SWT.CENTER, false, false);
        data.widthHint = width == SWT.DEFAULT ? 200 : width;
        data.minimumHeight = Grid.CONTROL;
        return data;
    }
}
