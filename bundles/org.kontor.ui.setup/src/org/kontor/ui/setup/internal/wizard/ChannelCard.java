package org.kontor.ui.setup.internal.wizard;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.widgets.Composite;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.common.widget.Drawn;
import org.kontor.ui.setup.internal.view.Desk;

/** A channel to choose: its sign, its name, what it can do. */
final class ChannelCard extends Drawn {
    private static final int SIGN = 20;
    private static final int INDENT = Grid.DOUBLE + SIGN + Grid.DOUBLE;

    private final Icon icon;
    private final String name;
    private final String can;
    private boolean chosen;

    ChannelCard(Composite parent, Desk desk, Icon icon, String name, String can) {
        super(parent, desk.look(), true);
        this.icon = icon;
        this.name = name;
        this.can = can;
        speak(name + ": " + can);
    }

    void setChosen(boolean now) {
        if (chosen != now) {
            chosen = now;
            redraw();
        }
    }

    @Override
    protected int role() {
        return ACC.ROLE_RADIOBUTTON;
    }

    @Override
    protected int state() {
        return chosen ? super.state() | ACC.STATE_CHECKED : super.state();
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        int width = wHint == SWT.DEFAULT ? 320 : wHint;
        GC gc = new GC(this);
        try {
            gc.setFont(look().font(TypeStyle.STRONG));
            int title = gc.getFontMetrics().getHeight();
            TextLayout words = words(width);
            int height = title + Grid.HALF + words.getBounds().height + 2 * Grid.DOUBLE;
            words.dispose();
            return new Point(width, height);
        } finally {
            gc.dispose();
        }
    }

    @Override
    protected void draw(GC gc, Rectangle area) {
        int arc = 2 * Grid.CORNER;
        gc.setBackground(look().color(chosen ? Token.ACCENT_SOFT : hover() ? Token.HOVER : Token.SURFACE));
        gc.fillRoundRectangle(0, 0, area.width, area.height, arc, arc);
        gc.setForeground(look().color(chosen ? Token.ACCENT : Token.EDGE));
        gc.drawRoundRectangle(0, 0, area.width - 1, area.height - 1, arc, arc);
        gc.drawImage(look().icon(icon, SIGN, chosen ? Token.ACCENT : Token.TEXT_QUIET), Grid.DOUBLE, Grid.DOUBLE);
        gc.setFont(look().font(TypeStyle.STRONG));
        gc.setForeground(look().color(Token.TEXT));
        gc.drawText(name, INDENT, Grid.DOUBLE, SWT.DRAW_TRANSPARENT);
        int below = Grid.DOUBLE + gc.getFontMetrics().getHeight() + Grid.HALF;
        TextLayout words = words(area.width);
        gc.setForeground(look().color(Token.TEXT_QUIET));
        words.draw(gc, INDENT, below);
        words.dispose();
        if (chosen) {
            gc.drawImage(look().icon(Icon.DONE, SIGN, Token.ACCENT), area.width - Grid.DOUBLE - SIGN, Grid.DOUBLE);
        }
        focusRing(gc, area);
    }

    private TextLayout words(int width) {
        TextLayout words = new TextLayout(getDisplay());
        words.setFont(look().font(TypeStyle.TEXT));
        words.setText(can);
        words.setWidth(Math.max(80, width - INDENT - 2 * Grid.DOUBLE - SIGN));
        return words;
    }
}
