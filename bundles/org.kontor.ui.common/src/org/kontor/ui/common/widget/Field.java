package org.kontor.ui.common.widget;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.look.TypeStyle;

/**
 * The system's own text field in our frame: an icon before it, a key after it, a ring in the accent while it is typed into,
 * one in the colour of a fault while what stands there is wrong.
 *
 * @since 0.1
 */
public final class Field extends Composite {
    private static final int ICON = 16;
    /** GTK draws a ring of its own around a field without a frame: it is laid outside of what shows. */
    private static final int RING = "gtk".equals(SWT.getPlatform()) ? 3 : 0;

    private final Look look;
    private final Composite pane;
    private final Text text;
    private @Nullable Icon icon;
    private String key = "";
    private boolean wrong;
    private Token fill = Token.SURFACE;

    /**
     * @param style of the {@link Text}, such as {@code SWT.SINGLE}, {@code SWT.MULTI | SWT.WRAP}, {@code SWT.PASSWORD}
     * @param name said by screen readers
     */
    public Field(Composite parent, Look look, int style, String name) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.look = look;
        pane = Css.set(new Composite(this, SWT.NONE), Css.SURFACE);
        text = Css.set(new Text(pane, style & ~SWT.BORDER), Css.SURFACE);
        text.setFont(look.font(TypeStyle.TEXT));
        Names.name(text, name);
        addListener(SWT.Paint, this::paint);
        addListener(SWT.Resize, e -> place());
        addListener(SWT.MouseDown, e -> text.setFocus());
        text.addListener(SWT.FocusIn, e -> redraw());
        text.addListener(SWT.FocusOut, e -> redraw());
        look.onChange(this, this::tint);
        tint();
    }

    /** The native field inside: its text, selection and listeners. */
    public Text text() {
        return text;
    }

    /** Shows an icon before the text. */
    public Field icon(Icon shown) {
        icon = shown;
        place();
        return this;
    }

    /** Shows the key that leads here, while the field is empty and has no focus. */
    public Field key(String name) {
        key = name;
        place();
        return this;
    }

    /** Uses the ground CANVAS, for a field in a bar; call it before the first show. */
    public Field onCanvas() {
        fill = Token.CANVAS;
        Css.set(pane, Css.CANVAS);
        Css.set(text, Css.CANVAS);
        tint();
        return this;
    }

    /** Shows that what stands there is wrong; the sentence about it stands beside the field. */
    public void setWrong(boolean now) {
        wrong = now;
        redraw();
    }

    @Override
    public boolean setFocus() {
        // SWT looks for another control to focus while the field goes, and asks this one too.
        return !text.isDisposed() && text.setFocus();
    }

    @Override
    public void setEnabled(boolean enabled) {
        super.setEnabled(enabled);
        text.setEnabled(enabled);
        redraw();
    }

    @Override
    public Point computeSize(int wHint, int hHint, boolean changed) {
        Point inner = text.computeSize(wHint == SWT.DEFAULT ? SWT.DEFAULT : Math.max(0, wHint - 16), SWT.DEFAULT);
        int height = hHint == SWT.DEFAULT ? Math.max(Grid.CONTROL, inner.y + Grid.UNIT) : hHint;
        return new Point(wHint == SWT.DEFAULT ? Math.max(160, inner.x + 16) : wHint, height);
    }

    private void place() {
        Rectangle area = getClientArea();
        int left = icon == null ? Grid.UNIT : Grid.UNIT + ICON + Grid.UNIT;
        int right = key.isEmpty() ? Grid.UNIT : 72;
        boolean multi = (text.getStyle() & SWT.MULTI) != 0;
        int height = multi
                ? area.height - Grid.UNIT
                : Math.min(text.computeSize(SWT.DEFAULT, SWT.DEFAULT).y, area.height - 2);
        int top = multi ? Grid.HALF : (area.height - height) / 2;
        int width = Math.max(0, area.width - left - right);
        pane.setBounds(left, top, width, Math.max(0, height));
        boolean ring = !multi;
        text.setBounds(
                ring ? -RING : 0,
                ring ? -RING : 0,
                width + (ring ? 2 * RING : 0),
                Math.max(0, height) + (ring ? 2 * RING : 0));
        redraw();
    }

    private void tint() {
        Color ground = look.color(fill);
        pane.setBackground(ground);
        text.setBackground(ground);
        text.setForeground(look.color(Token.TEXT));
        setBackground(getParent().getBackground());
        redraw();
    }

    private void paint(Event event) {
        GC gc = event.gc;
        gc.setAntialias(SWT.ON);
        Rectangle area = getClientArea();
        int arc = 2 * Grid.CORNER;
        gc.setBackground(getParent().getBackground());
        gc.fillRectangle(area);
        gc.setBackground(look.color(fill));
        gc.fillRoundRectangle(0, 0, area.width, area.height, arc, arc);
        gc.setForeground(look.color(edge()));
        gc.drawRoundRectangle(0, 0, area.width - 1, area.height - 1, arc, arc);
        int middle = area.height / 2;
        Icon shown = icon;
        if (shown != null) {
            gc.drawImage(look.icon(shown, ICON, Token.TEXT_QUIET), Grid.UNIT + 2, middle - ICON / 2);
        }
        if (!key.isEmpty() && !text.isFocusControl() && text.getText().isEmpty()) {
            KeyCap.draw(gc, look, area.width - KeyCap.size(gc, look, key).x - Grid.UNIT, middle, key);
        }
    }

    private Token edge() {
        if (wrong) {
            return Token.OVER;
        }
        return text.isFocusControl() ? Token.ACCENT : Token.EDGE;
    }
}
