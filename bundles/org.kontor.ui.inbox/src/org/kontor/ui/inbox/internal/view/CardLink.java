package org.kontor.ui.inbox.internal.view;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.common.widget.Drawn;
import org.kontor.ui.common.widget.Ellipsis;

/** Words of one line, shortened to the room there is; they may open something. */
final class CardLink extends Drawn {
    private final Ellipsis ellipsis = new Ellipsis();
    private String text = "";
    private final boolean opens;
    private boolean leftBound;
    private Token ink = Token.TEXT;

    CardLink(Composite parent, Look look, boolean opens) {
        super(parent, look, opens);
        this.opens = opens;
        if (opens) {
            setCursor(getDisplay().getSystemCursor(SWT.CURSOR_HAND));
        }
    }

    void show(String words) {
        if (!words.equals(text)) {
            text = words;
            speak(words);
            setToolTipText(words.replace("&", "&&"));
            redraw();
        }
    }

    /** Sets the words at the left. */
    CardLink leftBound() {
        leftBound = true;
        return this;
    }

    /** Words that do not open anything in another colour. */
    CardLink ink(Token token) {
        ink = token;
        return this;
    }

    @Override
    protected int role() {
        return opens ? ACC.ROLE_LINK : ACC.ROLE_LABEL;
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        GC gc = new GC(this);
        try {
            gc.setFont(look().font(TypeStyle.TEXT));
            Point extent = gc.textExtent("X");
            return new Point(wHint == SWT.DEFAULT ? 80 : wHint, extent.y + 2);
        } finally {
            gc.dispose();
        }
    }

    @Override
    protected void draw(GC gc, Rectangle area) {
        gc.setFont(look().font(TypeStyle.TEXT));
        gc.setForeground(look().color(opens ? Token.ACCENT : ink));
        String fitting = ellipsis.fit(gc, text, area.width - 2);
        Point extent = gc.textExtent(fitting);
        int left = leftBound ? 1 : area.width - extent.x - 1;
        gc.drawText(fitting, left, 1, SWT.DRAW_TRANSPARENT);
        if (opens && (hover() || isFocusControl())) {
            gc.drawLine(left, extent.y, left + extent.x, extent.y);
        }
    }
}
