package org.kontor.ui.setup.internal.view;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.look.TypeStyle;

/** The system's combo box; on a dark ground, where the system's own edge cannot be seen, with ours around it. */
public final class ComboFrame extends Composite {
    private final Look look;
    private final Combo combo;

    /**
     * @param style of the {@link Combo}
     * @param name said by screen readers
     * @param width in points; {@code SWT.DEFAULT} for all there is
     */
    public ComboFrame(Composite parent, Look look, int style, String name, int width) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.look = look;
        Css.set(this, Css.SURFACE);
        setLayout(Grid.layout(1, 1));
        setLayoutData(FormRows.stretch(width));
        combo = new Combo(this, style | SWT.DROP_DOWN);
        combo.setFont(look.font(TypeStyle.TEXT));
        combo.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        combo.setVisibleItemCount(12);
        Names.name(combo, name);
        addListener(SWT.Paint, this::paint);
        combo.addListener(SWT.FocusIn, e -> redraw());
        combo.addListener(SWT.FocusOut, e -> redraw());
        look.onChange(this, this::redraw);
    }

    /** The native combo box inside. */
    public Combo combo() {
        return combo;
    }

    private void paint(Event event) {
        if (look.dark()) {
            GC gc = event.gc;
            Rectangle area = getClientArea();
            gc.setAntialias(SWT.ON);
            gc.setForeground(look.color(combo.isFocusControl() ? Token.ACCENT : Token.EDGE));
            gc.drawRoundRectangle(0, 0, area.width - 1, area.height - 1, Grid.CORNER, Grid.CORNER);
        }
    }
}
