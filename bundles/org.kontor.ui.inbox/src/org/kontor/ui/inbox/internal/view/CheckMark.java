package org.kontor.ui.inbox.internal.view;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.kontor.api.reply.Finding;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.common.widget.Drawn;
import org.kontor.ui.common.widget.Ellipsis;

/** One thing that a check says: a sign and its sentence, in as much width as there is. */
final class CheckMark extends Drawn {
    private static final int ICON = 16;
    private static final int UNKNOWN_ROOM = 460;

    private final Ellipsis ellipsis = new Ellipsis();
    private final String sentence;
    private final Icon sign;
    private final Token ink;
    private final boolean strong;

    /** @param acts whether something happens when it is activated */
    CheckMark(Composite parent, Look look, Finding.Level level, String sentence, boolean acts) {
        super(parent, look, acts);
        this.sentence = sentence;
        sign = switch (level) {
            case PASSED -> Icon.CHECK;
            case ADVICE -> Icon.WARNING;
            case STOP -> Icon.FAILED;
        };
        ink = switch (level) {
            case PASSED -> Token.OK;
            case ADVICE -> Token.WARN;
            case STOP -> Token.OVER;
        };
        strong = level != Finding.Level.PASSED;
        if (acts) {
            setCursor(getDisplay().getSystemCursor(SWT.CURSOR_HAND));
        }
    }

    /** @param name what a screen reader says: the sentence with its weight */
    CheckMark named(String name) {
        speak(name);
        setToolTipText(sentence);
        return this;
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        GC gc = new GC(this);
        try {
            gc.setFont(look().font(style()));
            Point extent = gc.textExtent(sentence);
            int room = getParent().getClientArea().width;
            int most = room > 0 ? room : UNKNOWN_ROOM;
            return new Point(Math.min(ICON + Grid.HALF + extent.x + 4, most), Math.max(ICON, extent.y) + 4);
        } finally {
            gc.dispose();
        }
    }

    private TypeStyle style() {
        return strong ? TypeStyle.SMALL_STRONG : TypeStyle.SMALL;
    }

    @Override
    protected void draw(GC gc, Rectangle area) {
        gc.setFont(look().font(style()));
        gc.drawImage(look().icon(sign, ICON, ink), 0, (area.height - ICON) / 2);
        gc.setForeground(look().color(ink));
        int left = ICON + Grid.HALF;
        String words = ellipsis.fit(gc, sentence, area.width - left);
        gc.drawText(words, left, (area.height - gc.textExtent(words).y) / 2, SWT.DRAW_TRANSPARENT);
        focusRing(gc, area);
    }
}
