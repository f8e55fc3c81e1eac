package org.kontor.app.internal.window;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.kontor.app.internal.model.StatusLine;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.common.widget.Drawn;
import org.kontor.ui.common.widget.Ellipsis;

/** One thing that the status line says; it may lead to more. */
final class StatusCell extends Drawn {
    private static final int HEIGHT = 27;
    private static final int MARK = 12;
    private static final int MOST = 480;

    private final Ellipsis ellipsis = new Ellipsis();
    private StatusLine.Item item = new StatusLine.Item("", Token.TEXT_QUIET, StatusLine.Mark.NONE, "");

    StatusCell(Composite parent, Look look, boolean leads) {
        super(parent, look, leads);
    }

    void show(StatusLine.Item shown) {
        if (shown.equals(item)) {
            return;
        }
        boolean wider = !shown.text().equals(item.text()) || shown.mark() != item.mark();
        item = shown;
        speak(shown.text());
        setToolTipText(shown.tip().isEmpty() ? shown.text() : shown.tip());
        if (wider) {
            requestLayout();
        }
        redraw();
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        GC gc = new GC(this);
        try {
            gc.setFont(look().font(style()));
            Point extent = gc.textExtent(item.text());
            int mark = item.mark() == StatusLine.Mark.NONE ? 0 : MARK;
            return new Point(Math.min(extent.x, MOST) + mark + 2 * Grid.UNIT, Math.max(HEIGHT, extent.y + Grid.UNIT));
        } finally {
            gc.dispose();
        }
    }

    @Override
    protected void draw(GC gc, Rectangle area) {
        if (hover()) {
            gc.setBackground(look().color(Token.HOVER));
            gc.fillRectangle(area);
        }
        int x = Grid.UNIT;
        int middle = area.height / 2;
        gc.setBackground(look().color(item.ink()));
        switch (item.mark()) {
            case NONE -> {}
            case DOT -> gc.fillOval(x, middle - 4, 8, 8);
            case TRIANGLE -> gc.fillPolygon(new int[] {x, middle + 4, x + 9, middle + 4, x + 4, middle - 4});
        }
        x += item.mark() == StatusLine.Mark.NONE ? 0 : MARK;
        gc.setFont(look().font(style()));
        gc.setForeground(look().color(item.ink()));
        String text = ellipsis.fit(gc, item.text(), area.width - x - Grid.UNIT);
        gc.drawText(text, x, middle - gc.textExtent(text).y / 2, SWT.DRAW_TRANSPARENT);
        if (isFocusControl()) {
            gc.setForeground(look().color(Token.ACCENT));
            gc.drawRectangle(0, 0, area.width - 1, area.height - 1);
        }
    }

    private TypeStyle style() {
        return item.ink() == Token.WARN || item.ink() == Token.OVER ? TypeStyle.SMALL_STRONG : TypeStyle.SMALL;
    }
}
