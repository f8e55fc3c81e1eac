package org.kontor.ui.reporting.internal.view;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private String change = "";
    private Token sense = Token.TEXT_QUIET;
    private String remark = "";

    FigureTile(Composite parent, Look look) {
        super(parent, look, true);
    }

    /**
     * Shows a figure.
     *
     * @param difference from the one before; may be empty
     * @param ink of the difference
     */
    void show(String what, String value, String difference, Token ink, String note, String definition) {
        label = what;
        figure = value;
        change = difference;
        sense = ink;
        remark = note;
        setToolTipText(definition);
        speak(Stream.of(what + ": " + value, difference, note)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", ")));
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
        gc.setFont(look().font(TypeStyle.FIGURE));
        int tall = gc.getFontMetrics().getHeight();
        int base = gc.getFontMetrics().getAscent();
        TypeStyle style = figureStyle(gc);
        gc.setFont(look().font(style));
        // On the same line in either size.
        line(gc, area, y + base - gc.getFontMetrics().getAscent(), figure, style, Token.TEXT);
        y += tall;
        line(gc, area, y, change, TypeStyle.SMALL, sense);
        int x = change.isEmpty() ? Grid.DOUBLE : Grid.DOUBLE + gc.textExtent(change).x + Grid.UNIT;
        gc.setForeground(look().color(Token.TEXT_QUIET));
        int room = area.width - Grid.UNIT - x;
        // Cut to a word or two it would say nothing.
        if (gc.textExtent(remark).x <= room) {
            gc.drawText(remark, x, y, SWT.DRAW_TRANSPARENT);
        }
        focusRing(gc, area);
    }

    /** A figure is never cut: where one is too long, those of all tiles beside it are set smaller, so that they look alike. */
    private TypeStyle figureStyle(GC gc) {
        gc.setFont(look().font(TypeStyle.FIGURE));
        boolean fit = Arrays.stream(getParent().getChildren())
                .filter(FigureTile.class::isInstance)
                .map(FigureTile.class::cast)
                .allMatch(tile -> gc.textExtent(tile.figure).x <= tile.getSize().x - 2 * Grid.DOUBLE);
        return fit ? TypeStyle.FIGURE : TypeStyle.TITLE;
    }

    private int line(GC gc, Rectangle area, int y, String text, TypeStyle style, Token ink) {
        gc.setFont(look().font(style));
        gc.setForeground(look().color(ink));
        gc.drawText(ellipsis.fit(gc, text, area.width - 2 * Grid.DOUBLE), Grid.DOUBLE, y, SWT.DRAW_TRANSPARENT);
        return y + gc.getFontMetrics().getHeight();
    }
}
