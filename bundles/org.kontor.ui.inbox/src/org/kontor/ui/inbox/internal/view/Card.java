package org.kontor.ui.inbox.internal.view;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.common.widget.Drawn;

/**
 * A surface with round corners on the canvas. It colours itself and what lies on it: the theme's rules know no ground that
 * depends on what is shown.
 */
class Card extends Composite {
    private static final String CSS_OFF = "org.eclipse.e4.ui.css.disabled";
    private static final String INK = "org.kontor.ink";

    private final Look look;
    private Token fill = Token.SURFACE;
    private Token edge = Token.LINE;

    Card(Composite parent, Look look) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.look = look;
        plain(this);
        addListener(SWT.Paint, this::paint);
        look.onChange(this, this::tint);
    }

    final Look look() {
        return look;
    }

    /** Changes the ground. */
    final void ground(Token newFill, Token newEdge) {
        fill = newFill;
        edge = newEdge;
        tint();
    }

    /** Colours the card and all on it; called again after each change of the theme. */
    void tint() {
        Color ground = look.color(fill);
        background(this, ground);
        tint(this, ground);
        redraw();
    }

    private void tint(Composite parent, Color ground) {
        for (Control child : parent.getChildren()) {
            if (child instanceof Drawn drawn) {
                drawn.redraw();
                continue;
            }
            background(child, ground);
            Color ink = look.color(child.getData(INK) instanceof Token own ? own : Token.TEXT);
            if (!ink.equals(child.getForeground())) {
                child.setForeground(ink);
            }
            if (child instanceof Link link) {
                link.setLinkForeground(look.color(Token.ACCENT));
            }
            if (child instanceof Composite composite) {
                tint(composite, ground);
            }
        }
    }

    /** On GTK each new colour is a new style sheet: a card that is used again mostly has the right ones already. */
    private static void background(Control control, Color ground) {
        if (!ground.equals(control.getBackground())) {
            control.setBackground(ground);
        }
    }

    /** Takes a widget out of the theme's rules; its colours are given here. */
    static <C extends Control> C plain(C control) {
        control.setData(CSS_OFF, Boolean.TRUE);
        return control;
    }

    /** The colour of a child's words. */
    static void ink(Control child, Token token) {
        child.setData(INK, token);
    }

    static Composite box(Composite parent, int columns) {
        Composite box = plain(new Composite(parent, SWT.NONE));
        box.setLayout(Grid.tight(columns));
        return box;
    }

    Label label(Composite parent, TypeStyle style, Token ink, int bits) {
        Label label = plain(new Label(parent, bits));
        label.setFont(look.font(style));
        ink(label, ink);
        return label;
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
        gc.setForeground(look.color(edge));
        gc.drawRoundRectangle(0, 0, area.width - 1, area.height - 1, arc, arc);
    }
}
