package org.kontor.ui.common.widget;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.look.TypeStyle;

/**
 * A short word on a round ground: a reason, a mood, a state, or a choice among a few.
 *
 * @since 0.1
 */
public final class Chip extends Drawn {
    /** What the chip says by its colour; the word says it too. */
    public enum Kind {
        PLAIN(Token.CHIP, Token.TEXT),
        /** The chosen one of a few. */
        ON(Token.ACCENT_SOFT, Token.ACCENT),
        OK(Token.CHIP, Token.OK),
        WARN(Token.CHIP, Token.WARN),
        OVER(Token.CHIP, Token.OVER);

        private final Token fill;
        private final Token ink;

        Kind(Token fill, Token ink) {
            this.fill = fill;
            this.ink = ink;
        }
    }

    private String text = "";
    private Kind kind = Kind.PLAIN;
    private final boolean choice;

    /** @param choice whether it can be clicked */
    public Chip(Composite parent, Look look, boolean choice) {
        super(parent, look, choice);
        this.choice = choice;
    }

    /** What it says and how. */
    public void show(String words, Kind how) {
        boolean wider = !words.equals(text);
        text = words;
        kind = how;
        speak(words);
        if (wider) {
            requestLayout();
        }
        redraw();
    }

    @Override
    protected int role() {
        return choice ? ACC.ROLE_RADIOBUTTON : ACC.ROLE_LABEL;
    }

    @Override
    protected int state() {
        return kind == Kind.ON ? super.state() | ACC.STATE_CHECKED : super.state();
    }

    @Override
    protected void draw(GC gc, Rectangle area) {
        draw(gc, look(), area.x, area.y, text, kind, hover());
        if (choice && isFocusControl()) {
            gc.setForeground(look().color(Token.ACCENT));
            gc.drawRoundRectangle(0, 0, area.width - 1, area.height - 1, area.height, area.height);
        }
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        GC gc = new GC(this);
        try {
            return size(gc, look(), text);
        } finally {
            gc.dispose();
        }
    }

    /** How large a chip with this text is. */
    public static Point size(GC gc, Look look, String text) {
        gc.setFont(look.font(TypeStyle.SMALL));
        Point extent = gc.textExtent(text);
        return new Point(extent.x + 2 * Grid.UNIT, extent.y + Grid.HALF);
    }

    /** Draws a chip at a place, for rows and other things that are painted as a whole; returns its width. */
    public static int draw(GC gc, Look look, int x, int y, String text, Kind kind) {
        return draw(gc, look, x, y, text, kind, false);
    }

    private static int draw(GC gc, Look look, int x, int y, String text, Kind kind, boolean hover) {
        Point size = size(gc, look, text);
        gc.setBackground(look.color(hover && kind != Kind.ON ? Token.HOVER : kind.fill));
        gc.fillRoundRectangle(x, y, size.x, size.y, size.y, size.y);
        gc.setForeground(look.color(kind.ink));
        gc.drawText(text, x + Grid.UNIT, y + Grid.HALF / 2, SWT.DRAW_TRANSPARENT);
        return size.x;
    }
}
