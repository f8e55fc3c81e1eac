package org.kontor.ui.common.widget;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.look.TypeStyle;

/**
 * Draws the name of a key in a small frame, where a key is worth knowing.
 *
 * @since 0.1
 */
public final class KeyCap {
    private KeyCap() {}

    /** How large the key is. */
    public static Point size(GC gc, Look look, String key) {
        gc.setFont(look.font(TypeStyle.SMALL));
        Point extent = gc.textExtent(key);
        return new Point(Math.max(extent.x + Grid.UNIT + 2, extent.y + 2), extent.y + 2);
    }

    /** Draws the key with its left edge at {@code x}, vertically centred on {@code middle}; returns its width. */
    public static int draw(GC gc, Look look, int x, int middle, String key) {
        Point size = size(gc, look, key);
        int y = middle - size.y / 2;
        gc.setBackground(look.color(Token.SURFACE));
        gc.fillRoundRectangle(x, y, size.x - 1, size.y - 1, Grid.CORNER, Grid.CORNER);
        gc.setForeground(look.color(Token.EDGE));
        gc.drawRoundRectangle(x, y, size.x - 1, size.y - 1, Grid.CORNER, Grid.CORNER);
        gc.setForeground(look.color(Token.TEXT_QUIET));
        Point extent = gc.textExtent(key);
        gc.drawText(key, x + (size.x - extent.x) / 2, y + 1, SWT.DRAW_TRANSPARENT);
        return size.x;
    }
}
