package org.kontor.ui.common.widget;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.look.TypeStyle;

/**
 * A button with words, perhaps an icon before them and a key after them.
 *
 * @since 0.1
 */
public final class ActionButton extends Drawn {
    /** How much weight it has; at most one PRIMARY is on a page. */
    public enum Kind {
        PRIMARY,
        PLAIN,
        /** No frame until the pointer is over it. */
        QUIET
    }

    private static final int PADDING = 12;
    private static final int ICON = 16;

    private final Kind kind;
    private String text;
    private @Nullable Icon icon;
    private String key = "";
    private boolean menu;
    private boolean compact;
    private final Ellipsis ellipsis = new Ellipsis();

    public ActionButton(Composite parent, Look look, Kind kind, String text) {
        super(parent, look, true);
        this.kind = kind;
        this.text = text;
        speak(text);
    }

    /** Puts an icon before the words. */
    public ActionButton icon(Icon shown) {
        icon = shown;
        return this;
    }

    /** Shows the key that does the same, such as {@code Ctrl ⏎}; the binding itself is a matter of the binding table. */
    public ActionButton key(String name) {
        key = name;
        return this;
    }

    /** Shows that a menu opens. */
    public ActionButton menu() {
        menu = true;
        return this;
    }

    /** Calls {@code action} on the UI thread when pressed; the same as {@link #onActivate}. */
    public ActionButton action(Runnable action) {
        onActivate(action);
        return this;
    }

    /** Shows the icon alone, if there is one, where there is no room for the words. */
    void compact(boolean wanted) {
        if (compact != (wanted && icon != null)) {
            compact = !compact;
            redraw();
        }
    }

    /** Changes the words. */
    public void setText(String words) {
        if (!words.equals(text)) {
            text = words;
            speak(words);
            requestLayout();
            redraw();
        }
    }

    /** The words on it. */
    public String getText() {
        return text;
    }

    @Override
    protected int role() {
        return menu ? ACC.ROLE_SPLITBUTTON : ACC.ROLE_PUSHBUTTON;
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        GC gc = new GC(this);
        try {
            gc.setFont(look().font(style()));
            int width = compact ? 2 * PADDING + ICON : words(gc);
            width += menu ? ICON + Grid.HALF : 0;
            width += key.isEmpty() ? 0 : KeyCap.size(gc, look(), key).x + Grid.UNIT;
            gc.setFont(look().font(TypeStyle.TEXT));
            return new Point(width, Math.max(Grid.CONTROL, gc.getFontMetrics().getHeight() + 12));
        } finally {
            gc.dispose();
        }
    }

    private int words(GC gc) {
        return gc.textExtent(text).x + 2 * PADDING + (icon == null ? 0 : ICON + Grid.UNIT);
    }

    @Override
    protected void draw(GC gc, Rectangle area) {
        frame(gc, area);
        Token ink = ink();
        int middle = area.y + area.height / 2;
        int x = area.x + PADDING;
        Icon shown = icon;
        if (shown != null) {
            gc.drawImage(look().icon(shown, ICON, ink), x, middle - ICON / 2);
            x += ICON + Grid.UNIT;
        }
        if (compact) {
            return;
        }
        gc.setFont(look().font(style()));
        gc.setForeground(look().color(ink));
        int room = area.width - x - PADDING - (menu ? ICON + Grid.HALF : 0);
        Point extent = gc.textExtent(text);
        String words = extent.x <= room + 1 ? text : ellipsis.fit(gc, text, room);
        gc.drawText(words, x, middle - extent.y / 2, SWT.DRAW_TRANSPARENT);
        x += extent.x;
        if (!key.isEmpty()) {
            keyHint(gc, x + Grid.UNIT, middle);
        }
        if (menu) {
            gc.drawImage(look().icon(Icon.DOWN, ICON, ink), area.width - PADDING - ICON + Grid.HALF, middle - ICON / 2);
        }
    }

    private void keyHint(GC gc, int x, int middle) {
        if (kind == Kind.PRIMARY) {
            gc.setFont(look().font(TypeStyle.SMALL));
            gc.drawText(key, x, middle - gc.textExtent(key).y / 2, SWT.DRAW_TRANSPARENT);
        } else {
            KeyCap.draw(gc, look(), x, middle, key);
        }
    }

    private TypeStyle style() {
        return kind == Kind.PRIMARY ? TypeStyle.STRONG : TypeStyle.TEXT;
    }

    private Token ink() {
        if (!isEnabled()) {
            return Token.TEXT_QUIET;
        }
        return kind == Kind.PRIMARY ? Token.ON_ACCENT : Token.TEXT;
    }

    private void frame(GC gc, Rectangle area) {
        int arc = 2 * Grid.CORNER;
        Token fill = fill();
        gc.setBackground(look().color(fill));
        if (kind != Kind.QUIET || hover()) {
            gc.fillRoundRectangle(area.x, area.y, area.width, area.height, arc, arc);
        }
        if (kind == Kind.PLAIN || !isEnabled() && kind == Kind.PRIMARY) {
            gc.setForeground(look().color(Token.EDGE));
            gc.drawRoundRectangle(area.x, area.y, area.width - 1, area.height - 1, arc, arc);
        }
        if (kind == Kind.PRIMARY && isEnabled()) {
            primaryRing(gc, area);
        } else {
            focusRing(gc, area);
        }
    }

    /** A ring in the accent would not be seen on the accent: this one lies inside, in the colour of the words. */
    private void primaryRing(GC gc, Rectangle area) {
        if (isFocusControl() || hover()) {
            gc.setForeground(look().color(Token.ON_ACCENT));
            gc.drawRoundRectangle(area.x + 2, area.y + 2, area.width - 5, area.height - 5, 8, 8);
        }
    }

    private Token fill() {
        if (!isEnabled()) {
            return Token.CHIP;
        }
        if (kind == Kind.PRIMARY) {
            return Token.ACCENT;
        }
        if (pressed()) {
            return Token.SELECTED;
        }
        return hover() ? Token.HOVER : Token.SURFACE;
    }
}
