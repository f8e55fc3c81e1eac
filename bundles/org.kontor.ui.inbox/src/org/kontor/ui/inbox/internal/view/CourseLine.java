package org.kontor.ui.inbox.internal.view;

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
import org.kontor.ui.common.widget.Drawn;

/** A line across the course with words in its middle: an end of an inquiry, or what is folded away and opens by a click. */
final class CourseLine extends Drawn {
    private String text = "";
    private boolean opens;

    CourseLine(Composite parent, Look look) {
        super(parent, look, true);
        setGround(Token.CANVAS);
    }

    void show(String words, boolean clickable) {
        text = words;
        opens = clickable;
        speak(words);
        setCursor(clickable ? getDisplay().getSystemCursor(SWT.CURSOR_HAND) : null);
        redraw();
    }

    @Override
    protected int role() {
        return opens ? ACC.ROLE_PUSHBUTTON : ACC.ROLE_LABEL;
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        GC gc = new GC(this);
        try {
            gc.setFont(look().font(TypeStyle.SMALL));
            Point extent = gc.textExtent(text);
            return new Point(wHint == SWT.DEFAULT ? extent.x + 2 * Grid.TRIPLE : wHint, extent.y + Grid.DOUBLE);
        } finally {
            gc.dispose();
        }
    }

    @Override
    protected void draw(GC gc, Rectangle area) {
        gc.setFont(look().font(TypeStyle.SMALL));
        Point extent = gc.textExtent(text);
        int left = Math.max(0, (area.width - extent.x) / 2);
        int middle = area.height / 2;
        gc.setForeground(look().color(Token.EDGE));
        gc.drawLine(0, middle, left - Grid.UNIT, middle);
        gc.drawLine(left + extent.x + Grid.UNIT, middle, area.width, middle);
        gc.setForeground(look().color(opens ? Token.ACCENT : Token.TEXT_QUIET));
        gc.drawText(text, left, middle - extent.y / 2, SWT.DRAW_TRANSPARENT);
        if (opens) {
            focusRing(gc, new Rectangle(left - Grid.UNIT, 2, extent.x + Grid.DOUBLE, area.height - 4));
        }
    }
}
