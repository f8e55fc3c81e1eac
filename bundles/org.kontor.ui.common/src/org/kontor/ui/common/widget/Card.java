package org.kontor.ui.common.widget;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Look;

/**
 * A group of things on a ground of its own, with round corners, a hairline and a heading. Its content goes into one column below
 * each other; in a grid it takes the width that there is.
 */
public class Card extends Composite {
    private final Look look;

    /** @param heading above its content; empty for none */
    public Card(Composite parent, Look look, String heading) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.look = look;
        Css.set(this, Css.SURFACE);
        setLayout(Grid.layout(1, Grid.DOUBLE));
        if (parent.getLayout() instanceof GridLayout) {
            GridDataFactory.fillDefaults().grab(true, false).applyTo(this);
        }
        if (!heading.isEmpty()) {
            Css.set(Texts.heading(this, look, heading), Css.SURFACE);
        }
        addListener(SWT.Paint, this::paint);
        look.onChange(this, this::redraw);
    }

    private void paint(Event event) {
        GC gc = event.gc;
        Rectangle area = getClientArea();
        gc.setAntialias(SWT.ON);
        gc.setBackground(getParent().getBackground());
        gc.fillRectangle(area);
        int arc = 2 * Grid.CORNER;
        gc.setBackground(look.color(Token.SURFACE));
        gc.fillRoundRectangle(0, 0, area.width - 1, area.height - 1, arc, arc);
        gc.setForeground(look.color(Token.LINE));
        gc.drawRoundRectangle(0, 0, area.width - 1, area.height - 1, arc, arc);
    }
}
