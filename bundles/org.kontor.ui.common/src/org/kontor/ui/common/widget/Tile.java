package org.kontor.ui.common.widget;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.look.TypeStyle;

/**
 * A figure with what it counts above it and a remark below it.
 *
 * @since 0.1
 */
public final class Tile extends Drawn {
    private String label = "";
    private String figure = "";
    private String remark = "";
    private Token ink = Token.TEXT_QUIET;

    public Tile(Composite parent, Look look) {
        super(parent, look, false);
    }

    /**
     * What it shows.
     *
     * @param token the colour of the remark: OK, WARN, OVER, or TEXT_QUIET if it means no state
     */
    public void show(String what, String value, String note, Token token) {
        label = what;
        figure = value;
        remark = note;
        ink = token;
        speak(what + ": " + value + (note.isEmpty() ? "" : ", " + note));
        redraw();
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        GC gc = new GC(this);
        try {
            int width = 0;
            int height = 2 * Grid.DOUBLE;
            for (var part : parts()) {
                gc.setFont(look().font(part.style));
                Point extent = gc.textExtent(part.text);
                width = Math.max(width, extent.x);
                height += extent.y;
            }
            return new Point(wHint == SWT.DEFAULT ? width + 2 * Grid.DOUBLE : wHint, height);
        } finally {
            gc.dispose();
        }
    }

    @Override
    protected void draw(GC gc, Rectangle area) {
        int arc = 2 * Grid.CORNER;
        gc.setBackground(look().color(Token.SURFACE));
        gc.fillRoundRectangle(0, 0, area.width, area.height, arc, arc);
        gc.setForeground(look().color(Token.LINE));
        gc.drawRoundRectangle(0, 0, area.width - 1, area.height - 1, arc, arc);
        int y = Grid.DOUBLE;
        for (var part : parts()) {
            gc.setFont(look().font(part.style));
            gc.setForeground(look().color(part.ink));
            gc.drawText(part.text, Grid.DOUBLE, y, SWT.DRAW_TRANSPARENT);
            y += gc.textExtent(part.text).y;
        }
    }

    private record Part(String text, TypeStyle style, Token ink) {}

    private java.util.List<Part> parts() {
        return java.util.List.of(
                new Part(label, TypeStyle.TEXT, Token.TEXT_QUIET),
                new Part(figure, TypeStyle.FIGURE, Token.TEXT),
                new Part(remark, TypeStyle.TEXT, ink));
    }
}
