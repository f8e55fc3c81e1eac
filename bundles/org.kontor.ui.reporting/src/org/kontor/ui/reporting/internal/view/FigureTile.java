package org.kontor.ui.reporting.internal.view;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.common.widget.Drawn;
import org.kontor.ui.common.widget.Ellipsis;

/** A figure that opens what is behind it. */
final class FigureTile extends Drawn {
    private static final int WIDTH = 130;

    private final Ellipsis ellipsis = new Ellipsis();
    private String label = "";
    private String figure = "";
    private String remark = "";

    FigureTile(Composite parent, Look look) {
        super(parent, look, true);
    }

    void show(String what, String value, String note, String definition) {
        label = what;
        figure = value;
        remark = note;
        setToolTipText(definition);
        speak(what + ": " + value + (note.isEmpty() ? "" : ", " + note));
        redraw();
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        GC gc = new GC(this);
        try {
            int height = 2 * Grid.DOUBLE;
            for (TypeStyle style : new TypeStyle[] {TypeStyle.TEXT, TypeStyle.FIGURE, TypeStyle.SMALL}) {
                gc.setFont(look().font(style));
                height += gc.getFontMetrics().getHeight();
            }
            return new Point(wHint == SWT.DEFAULT ? WIDTH : wHint, height);
        } finally {
            gc.dispose();
        }
    }

    @Override
    protected void draw(GC gc, Rectangle area) {
        int arc = 2 * Grid.CORNER;
        gc.setBackground(look().color(hover() ? Token.HOVER : Token.SURFACE));
        gc.fillRoundRectangle(0, 0, area.width, area.height, arc, arc);
        gc.setForeground(look().color(Token.LINE));
        gc.drawRoundRectangle(0, 0, area.width - 1, area.height - 1, arc, arc);
        int y = line(gc, area, Grid.DOUBLE, label, TypeStyle.TEXT, Token.TEXT_QUIET);
        y = line(gc, area, y, figure, figureStyle(gc, area), Token.TEXT);
        line(gc, area, y, remark, TypeStyle.SMALL, Token.TEXT_QUIET);
        focusRing(gc, area);
    }

    /** A figure is never cut: one that is too long is set smaller. */
    private TypeStyle figureStyle(GC gc, Rectangle area) {
        gc.setFont(look().font(TypeStyle.FIGURE));
        return gc.textExtent(figure).x <= area.width - 2 * Grid.DOUBLE ? TypeStyle.FIGURE : TypeStyle.TITLE;
    }

    private int line(GC gc, Rectangle area, int y, String text, TypeStyle style, Token ink) {
        gc.setFont(look().font(style));
        gc.setForeground(look().color(ink));
        gc.drawText(ellipsis.fit(gc, text, area.width - 2 * Grid.DOUBLE), Grid.DOUBLE, y, SWT.DRAW_TRANSPARENT);
        return y + gc.getFontMetrics().getHeight();
    }
}
