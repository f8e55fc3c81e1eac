package org.kontor.ui.common.row;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.Colour;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.common.widget.Avatar;
import org.kontor.ui.common.widget.Chip;
import org.kontor.ui.common.widget.Ellipsis;
import org.kontor.ui.common.widget.KeyCap;

/**
 * One row while it is being drawn: the brand's edge, an avatar, and lines that fill from both ends. What stands at the right
 * is drawn first and keeps its place; what stands at the left is shortened to the room that is left.
 *
 * @since 0.1
 */
public final class Row {
    private final GC gc;
    private final Look look;
    private final Rectangle area;
    private final int lines;
    private final boolean selected;
    private final Ellipsis ellipsis;
    private int left;

    Row(GC gc, Look look, Rectangle area, int lines, boolean selected, Ellipsis ellipsis) {
        this.gc = gc;
        this.look = look;
        this.area = area;
        this.lines = lines;
        this.selected = selected;
        this.ellipsis = ellipsis;
        left = area.x + Grid.UNIT;
    }

    /** For what no method here draws. */
    public GC gc() {
        return gc;
    }

    /** The whole row. */
    public Rectangle area() {
        return area;
    }

    /** Whether the row is selected. */
    public boolean selected() {
        return selected;
    }

    /** The brand's edge along the left side. */
    public void edge(Colour brand) {
        gc.setBackground(look.color(brand));
        gc.fillRectangle(area.x, area.y, Grid.EDGE, area.height - 1);
        left = Math.max(left, area.x + Grid.EDGE + Grid.UNIT);
    }

    /** Room at the left, for a row that belongs to one above; what stands at the left begins behind it. */
    public void indent(int width) {
        left += width;
    }

    /** An avatar at the left, level with the first line; the lines begin behind it. */
    public void avatar(String initials, Colour brand, @Nullable Icon channel) {
        int size = lines >= 3 ? 32 : 24;
        int top = lines >= 3 ? area.y + Grid.UNIT + 2 : area.y + (area.height - size) / 2;
        Color behind = look.color(selected ? Token.SELECTED : Token.SURFACE);
        Avatar.draw(gc, look, left, top, size, initials, look.color(brand), channel, behind);
        left += size + 12;
    }

    /** An icon at the left, in the middle of the row; the lines begin behind it. */
    public void icon(Icon icon, Token tint) {
        Image image = look.icon(icon, 16, tint);
        gc.drawImage(image, left, area.y + (area.height - 16) / 2);
        left += 16 + Grid.UNIT;
    }

    /** A line of text, counted from 0. */
    public Line line(int number) {
        int step = (area.height - Grid.UNIT) / lines;
        int middle = area.y + Grid.HALF + number * step + step / 2;
        return new Line(middle);
    }

    /** A line that fills from both ends. */
    public final class Line {
        private final int middle;
        private int from = left;
        private int to = area.x + area.width - 12;

        private Line(int middle) {
            this.middle = middle;
        }

        /** Text at the right end; never shortened. */
        public Line right(String text, TypeStyle style, Token ink) {
            Point extent = prepare(text, style, ink);
            to -= extent.x;
            gc.drawText(text, to, middle - extent.y / 2, SWT.DRAW_TRANSPARENT);
            to -= Grid.UNIT;
            return this;
        }

        /** A small icon at the right end. */
        public Line right(Icon icon, Token tint) {
            to -= 12;
            gc.drawImage(look.icon(icon, 12, tint), to, middle - 6);
            to -= Grid.UNIT;
            return this;
        }

        /** The name of a key at the right end. */
        public Line key(String key) {
            to -= KeyCap.size(gc, look, key).x;
            KeyCap.draw(gc, look, to, middle, key);
            to -= Grid.UNIT;
            return this;
        }

        /** Text at the left, shortened to the room that is left. */
        public Line left(String text, TypeStyle style, Token ink) {
            prepare("", style, ink);
            String fitting = ellipsis.fit(gc, text, to - from);
            Point extent = gc.textExtent(fitting);
            gc.drawText(fitting, from, middle - extent.y / 2, SWT.DRAW_TRANSPARENT);
            from += extent.x + Grid.HALF;
            return this;
        }

        /** A chip at the left; left out if there is no room. */
        public Line chip(String text, Chip.Kind kind) {
            Point size = Chip.size(gc, look, text);
            if (from + size.x <= to) {
                Chip.draw(gc, look, from, middle - size.y / 2, text, kind);
                from += size.x + Grid.HALF;
            }
            return this;
        }

        private Point prepare(String text, TypeStyle style, Token ink) {
            gc.setFont(look.font(style));
            gc.setForeground(look.color(ink));
            return gc.textExtent(text);
        }
    }
}
