package org.kontor.ui.common.widget;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Look;

/**
 * A small widget that draws itself from the theme. One that can be activated takes the focus, is pressed by mouse, Enter or
 * space, shows a focus ring, and tells screen readers its role.
 *
 * @since 0.1
 */
public abstract class Drawn extends Canvas {
    private final Look look;
    private final boolean active;
    private final List<Runnable> activations = new ArrayList<>();
    private @Nullable Token ground;
    private boolean hover;
    private boolean pressed;

    /** @param active whether it can be activated, and so takes the focus */
    protected Drawn(Composite parent, Look look, boolean active) {
        super(parent, SWT.DOUBLE_BUFFERED | (active ? SWT.NONE : SWT.NO_FOCUS));
        this.look = look;
        this.active = active;
        addListener(SWT.Paint, this::paint);
        look.onChange(this, this::redraw);
        if (active) {
            listen();
        }
        getAccessible().addAccessibleControlListener(new Role());
    }

    /** Draws into {@code area}; the ground is filled already. */
    protected abstract void draw(GC gc, Rectangle area);

    /** What the widget is, one of {@code ACC.ROLE_*}. */
    protected int role() {
        return active ? ACC.ROLE_PUSHBUTTON : ACC.ROLE_LABEL;
    }

    /** How it stands, of {@code ACC.STATE_*}. */
    protected int state() {
        int state = isEnabled() ? ACC.STATE_NORMAL : ACC.STATE_DISABLED;
        if (active && isEnabled()) {
            state |= ACC.STATE_FOCUSABLE;
        }
        return isFocusControl() ? state | ACC.STATE_FOCUSED : state;
    }

    /** The looks of the window. */
    protected final Look look() {
        return look;
    }

    /** Fills the ground with {@code token} rather than with what the parent has. */
    public final void setGround(Token token) {
        ground = token;
        redraw();
    }

    /** Whether the pointer is over it and it can be activated. */
    protected final boolean hover() {
        return hover && isEnabled();
    }

    /** Whether it is being pressed. */
    protected final boolean pressed() {
        return pressed && isEnabled();
    }

    /** Calls {@code action} on the UI thread when the user activates the widget. */
    public final void onActivate(Runnable action) {
        activations.add(action);
    }

    /** Does what a click does. */
    public final void activate() {
        if (isEnabled()) {
            List.copyOf(activations).forEach(Runnable::run);
        }
    }

    /** Says the name to screen readers; widgets with text do it themselves. */
    protected final void speak(String name) {
        Names.name(this, name);
    }

    /** Draws the ring of the focus, where the widget has it, along {@code area} with round corners. */
    protected final void focusRing(GC gc, Rectangle area) {
        if (isFocusControl()) {
            gc.setForeground(look.color(Token.ACCENT));
            gc.setLineWidth(2);
            gc.drawRoundRectangle(
                    area.x + 1, area.y + 1, area.width - 2, area.height - 2, 2 * Grid.CORNER, 2 * Grid.CORNER);
            gc.setLineWidth(1);
        }
    }

    @Override
    public void setEnabled(boolean enabled) {
        super.setEnabled(enabled);
        redraw();
    }

    /** The colour that the ground has. */
    protected final Color ground() {
        Token token = ground;
        return token == null ? getParent().getBackground() : look.color(token);
    }

    private void paint(Event event) {
        GC gc = event.gc;
        Rectangle area = getClientArea();
        gc.setAdvanced(true);
        gc.setAntialias(SWT.ON);
        gc.setTextAntialias(SWT.ON);
        gc.setBackground(ground());
        gc.fillRectangle(area);
        draw(gc, area);
    }

    private void listen() {
        addListener(SWT.MouseEnter, e -> setHover(true));
        addListener(SWT.MouseExit, e -> setHover(false));
        addListener(SWT.FocusIn, e -> redraw());
        addListener(SWT.FocusOut, e -> redraw());
        addListener(SWT.MouseDown, e -> press(e.button == 1));
        addListener(SWT.MouseUp, this::release);
        addListener(SWT.KeyDown, this::key);
        addListener(SWT.Traverse, e -> e.doit = e.detail != SWT.TRAVERSE_RETURN);
    }

    /** Answers screen readers. */
    private final class Role extends AccessibleControlAdapter {
        @Override
        public void getRole(@Nullable AccessibleControlEvent event) {
            if (event != null) {
                event.detail = role();
            }
        }

        @Override
        public void getState(@Nullable AccessibleControlEvent event) {
            if (event != null) {
                event.detail = state();
            }
        }
    }

    private void setHover(boolean now) {
        hover = now;
        redraw();
    }

    private void press(boolean now) {
        pressed = now;
        if (now) {
            forceFocus();
        }
        redraw();
    }

    private void release(Event event) {
        boolean was = pressed;
        press(false);
        // GTK gives events that were posted by a program no coordinates; the pointer itself is where it was moved to.
        // Whether it
        // hovers does not tell: a tool tip that opens below it takes it away.
        Rectangle area = getClientArea();
        if (was
                && (area.contains(event.x, event.y)
                        || area.contains(toControl(getDisplay().getCursorLocation())))) {
            activate();
        }
    }

    private void key(Event event) {
        if (event.character == SWT.CR || event.character == ' ' || event.keyCode == SWT.KEYPAD_CR) {
            activate();
        }
    }
}
