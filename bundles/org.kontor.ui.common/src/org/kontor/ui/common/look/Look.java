package org.kontor.ui.common.look;

import java.net.URI;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Control;
import org.kontor.api.account.Colour;
import org.kontor.ui.api.theme.Token;

/**
 * Colours, fonts and icons of the window; a service, injected into parts and handed on to their widgets. All methods belong
 * to the UI thread. What they return is shared and never disposed of by the caller.
 *
 * @since 0.1
 */
public interface Look {
    /** The colour of {@code token} in the theme that is on. Ask at each paint rather than keep it. */
    Color color(Token token);

    /** A colour that comes from data, such as a brand's. */
    Color color(Colour colour);

    /** Whether the theme that is on is dark. */
    boolean dark();

    /** The font of a type style; it follows the size that the user has set for the desktop. */
    Font font(TypeStyle style);

    /**
     * An icon, sharp at every zoom.
     *
     * @param size edge in points: 16 or 20, 12 within small text
     */
    Image icon(Icon icon, int size, Token tint);

    /** An icon tinted with a colour that comes from data. */
    Image icon(Icon icon, int size, Colour tint);

    /**
     * An icon that comes with a plug-in, such as that of its perspective: an SVG that draws in {@code currentColor}.
     *
     * @param uri such as {@code platform:/plugin/org.example/icons/board.svg}
     */
    Image icon(URI uri, int size, Token tint);

    /** Calls {@code listener} after each switch of the theme for as long as {@code owner} lives. */
    void onChange(Control owner, Runnable listener);
}
