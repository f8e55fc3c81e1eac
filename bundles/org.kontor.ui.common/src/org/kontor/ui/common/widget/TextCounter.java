package org.kontor.ui.common.widget;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.kontor.api.channel.TextLimit;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.format.Limits;
import org.kontor.ui.common.format.Numbers;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.look.TypeStyle;

/**
 * Counts what is typed by the channel's own rule and shows it beside the limit that is closest: quiet while there is room,
 * a warning for the last tenth, a fault beyond.
 *
 * @since 0.1
 */
public final class TextCounter extends Drawn {
    private final Numbers numbers;
    private List<TextLimit> limits = List.of();
    private String shown = "";
    private Token ink = Token.TEXT_QUIET;
    private boolean fits = true;

    public TextCounter(Composite parent, Look look, Locale locale) {
        super(parent, look, false);
        numbers = Numbers.of(locale);
    }

    /** The limits of the channel; empty if it has none, and then nothing is shown. */
    public void setLimits(List<TextLimit> all) {
        limits = List.copyOf(all);
    }

    /** Counts {@code text}. */
    public void count(String text) {
        Optional<TextLimit> closest = Limits.closest(limits, text);
        fits = closest.map(limit -> limit.left(text) >= 0).orElse(true);
        ink = closest.map(limit -> ink(limit, text)).orElse(Token.TEXT_QUIET);
        String now = closest.map(limit -> numbers.share(limit.unit().count(text), limit.max()))
                .orElse("");
        if (!now.equals(shown)) {
            boolean wider = now.length() != shown.length();
            shown = now;
            speak(now);
            if (wider) {
                requestLayout();
            }
        }
        redraw();
    }

    /** Whether the text last counted fits all limits. */
    public boolean fits() {
        return fits;
    }

    private static Token ink(TextLimit limit, String text) {
        int left = limit.left(text);
        if (left < 0) {
            return Token.OVER;
        }
        return left <= limit.max() / 10 ? Token.WARN : Token.TEXT_QUIET;
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        GC gc = new GC(this);
        try {
            gc.setFont(look().font(TypeStyle.TEXT));
            return gc.textExtent(shown);
        } finally {
            gc.dispose();
        }
    }

    @Override
    protected void draw(GC gc, Rectangle area) {
        gc.setFont(look().font(TypeStyle.TEXT));
        gc.setForeground(look().color(ink));
        Point extent = gc.textExtent(shown);
        gc.drawText(shown, area.width - extent.x, (area.height - extent.y) / 2, SWT.DRAW_TRANSPARENT);
    }
}
