package org.kontor.ui.setup.internal.view;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.kontor.api.account.Colour;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.widget.Drawn;

/** One colour to choose: a round mark, with a check sign when it is the chosen one. */
final class Swatch extends Drawn {
    private static final int SIZE = 28;
    private static final int MARK = 20;

    private final Colour colour;
    private boolean chosen;

    Swatch(Composite parent, Look look, Colour colour, String name) {
        super(parent, look, true);
        this.colour = colour;
        speak(name);
        setToolTipText(name);
    }

    Colour colour() {
        return colour;
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
        return new Point(SIZE, SIZE);
    }

    @Override
    protected void draw(GC gc, Rectangle area) {
        int edge = (SIZE - MARK) / 2;
        gc.setBackground(look().color(colour));
        gc.fillOval(edge, edge, MARK, MARK);
        if (chosen) {
            gc.drawImage(look().icon(Icon.CHECK, 12, Token.ON_AVATAR), (SIZE - 12) / 2, (SIZE - 12) / 2);
        }
        if (chosen || hover() || isFocusControl()) {
            gc.setForeground(look().color(isFocusControl() ? Token.ACCENT : Token.TEXT_QUIET));
            gc.setLineWidth(isFocusControl() ? 2 : 1);
            gc.drawOval(1, 1, SIZE - 3, SIZE - 3);
            gc.setLineWidth(1);
        }
    }
}
