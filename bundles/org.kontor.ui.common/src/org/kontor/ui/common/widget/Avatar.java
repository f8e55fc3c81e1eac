package org.kontor.ui.common.widget;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.Colour;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.format.Initials;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.look.TypeStyle;

/**
 * A round mark with a person's initials on the brand's colour, and the channel's icon at its foot.
 *
 * @since 0.1
 */
public final class Avatar extends Drawn {
    private static final int BADGE = 16;

    private final int size;
    private String initials = "";
    private @Nullable Colour colour;
    private @Nullable Icon channel;

    /** @param size diameter: 28 in bars, 32 or 40 in rows, 44 on a card */
    public Avatar(Composite parent, Look look, int size) {
        super(parent, look, false);
        this.size = size;
    }

    /**
     * Shows a person.
     *
     * @param name said by screen readers; its initials are drawn
     * @param ground the brand's colour; null for the colour of the house's own people
     * @param badge the channel; null for none
     */
    public void show(String name, @Nullable Colour ground, @Nullable Icon badge) {
        initials = Initials.of(name);
        colour = ground;
        channel = badge;
        speak(name);
        setToolTipText(name);
        redraw();
    }

    @Override
    protected void draw(GC gc, Rectangle area) {
        Colour given = colour;
        Color fill = given == null ? look().color(Token.AVATAR) : look().color(given);
        draw(gc, look(), area.x, area.y, size, initials, fill, channel, ground());
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        int foot = channel == null ? 0 : Grid.HALF;
        return new Point(size + foot, size + foot);
    }

    /** Draws an avatar at a place, for rows and other things that are painted as a whole. */
    public static void draw(
            GC gc,
            Look look,
            int x,
            int y,
            int size,
            String initials,
            Color fill,
            @Nullable Icon channel,
            Color behind) {
        gc.setBackground(fill);
        gc.fillOval(x, y, size, size);
        gc.setFont(look.font(size >= 36 ? TypeStyle.STRONG : TypeStyle.SMALL_STRONG));
        gc.setForeground(Ink.on(look, fill));
        Point extent = gc.textExtent(initials);
        gc.drawText(initials, x + (size - extent.x) / 2, y + (size - extent.y) / 2, SWT.DRAW_TRANSPARENT);
        if (channel != null) {
            int left = x + size - BADGE + 3;
            int top = y + size - BADGE + 3;
            gc.setBackground(behind);
            gc.fillOval(left - 1, top - 1, BADGE + 2, BADGE + 2);
            Image icon = look.icon(channel, 12, Token.TEXT);
            gc.drawImage(icon, left + 2, top + 2);
        }
    }
}
