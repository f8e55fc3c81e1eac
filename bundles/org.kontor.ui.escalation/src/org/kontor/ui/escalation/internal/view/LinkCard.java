package org.kontor.ui.escalation.internal.view;

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
import org.kontor.ui.common.widget.Ellipsis;

/** A line in a frame that leads somewhere: words at the left, a state at the right. */
final class LinkCard extends Drawn {
    private final String words;
    private final String state;
    private final Ellipsis ellipsis = new Ellipsis();

    LinkCard(Composite parent, Look look, String words, String state) {
        super(parent, look, true);
        this.words = words;
        this.state = state;
        speak(words + ", " + state);
    }

    @Override
    protected int role() {
        return ACC.ROLE_LINK;
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        GC gc = new GC(this);
        try {
            gc.setFont(look().font(TypeStyle.TEXT));
            int height = Math.max(Grid.HEAD, gc.getFontMetrics().getHeight() + Grid.DOUBLE);
            return new Point(wHint == SWT.DEFAULT ? 240 : wHint, height);
        } finally {
            gc.dispose();
        }
    }

    @Override
    protected void draw(GC gc, Rectangle area) {
        int arc = 2 * Grid.CORNER;
        gc.setBackground(look().color(hover() ? Token.HOVER : Token.SURFACE));
        gc.fillRoundRectangle(0, 0, area.width - 1, area.height - 1, arc, arc);
        gc.setForeground(look().color(Token.LINE));
        gc.drawRoundRectangle(0, 0, area.width - 1, area.height - 1, arc, arc);
        focusRing(gc, area);
        gc.setFont(look().font(TypeStyle.TEXT));
        Point right = gc.textExtent(state);
        int from = area.width - 12 - right.x;
        gc.setForeground(look().color(Token.TEXT_QUIET));
        gc.drawText(state, from, (area.height - right.y) / 2, SWT.DRAW_TRANSPARENT);
        gc.setForeground(look().color(Token.TEXT));
        String fitting = ellipsis.fit(gc, words, from - 12 - Grid.DOUBLE);
        gc.drawText(fitting, 12, (area.height - right.y) / 2, SWT.DRAW_TRANSPARENT);
    }
}
