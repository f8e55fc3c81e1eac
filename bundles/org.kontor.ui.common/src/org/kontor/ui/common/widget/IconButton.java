package org.kontor.ui.common.widget;

import java.net.URI;
import java.util.function.Function;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.look.Look;

/**
 * A square button with an icon alone; its name is its tooltip. It can stay chosen, such as in a switcher.
 *
 * @since 0.1
 */
public final class IconButton extends Drawn {
    private final int edge;
    private final int iconSize;
    private Function<Token, Image> picture;
    private boolean chosen;

    /**
     * @param edge 24, 32 or 40
     * @param name what it does, in the user's language
     */
    public IconButton(Composite parent, Look look, int edge, Icon icon, String name) {
        this(parent, look, edge, name, tint -> look.icon(icon, sizeFor(edge), tint));
    }

    /** The same with an icon that comes with a plug-in; see {@link Look#icon(URI, int, Token)}. */
    public IconButton(Composite parent, Look look, int edge, URI icon, String name) {
        this(parent, look, edge, name, tint -> look.icon(icon, sizeFor(edge), tint));
    }

    private IconButton(Composite parent, Look look, int edge, String name, Function<Token, Image> picture) {
        super(parent, look, true);
        this.edge = edge;
        this.picture = picture;
        iconSize = sizeFor(edge);
        setName(name);
    }

    private static int sizeFor(int edge) {
        return edge >= 40 ? 20 : 16;
    }

    /** Changes the name; a key may follow it in the tooltip. */
    public void setName(String name, String... keys) {
        speak(name);
        setToolTipText(keys.length == 0 ? name : name + "  " + String.join(", ", keys));
    }

    /** Changes the icon. */
    public void setIcon(Icon shown) {
        picture = tint -> look().icon(shown, iconSize, tint);
        redraw();
    }

    /** Keeps it chosen or not. */
    public void setChosen(boolean now) {
        if (chosen != now) {
            chosen = now;
            redraw();
        }
    }

    /** Whether it is chosen. */
    public boolean isChosen() {
        return chosen;
    }

    @Override
    protected int state() {
        return chosen ? super.state() | ACC.STATE_SELECTED | ACC.STATE_PRESSED : super.state();
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        return new Point(edge, edge);
    }

    @Override
    protected void draw(GC gc, Rectangle area) {
        if (chosen || hover()) {
            gc.setBackground(look().color(chosen ? Token.SELECTED : Token.HOVER));
            gc.fillRoundRectangle(0, 0, area.width, area.height, 2 * Grid.CORNER, 2 * Grid.CORNER);
        }
        focusRing(gc, area);
        gc.drawImage(
                picture.apply(chosen ? Token.ACCENT : Token.TEXT_QUIET),
                (area.width - iconSize) / 2,
                (area.height - iconSize) / 2);
    }
}
