package org.kontor.ui.common.widget;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.look.TypeStyle;

/**
 * Tells of something wrong at the place where it matters: a sentence and at most one action. Hidden until it has something
 * to say; put it into a grid layout, which it leaves and enters by itself.
 *
 * @since 0.1
 */
public final class Banner extends Composite {
    /** What it tells. */
    public enum Kind {
        INFO(Token.ACCENT_SOFT, Token.ACCENT, Icon.INFO, "accent-soft"),
        WARNING(Token.WARN_SOFT, Token.WARN, Icon.WARNING, "warn-soft"),
        ERROR(Token.OVER_SOFT, Token.OVER, Icon.PROBLEM, "over-soft");

        private final Token fill;
        private final Token ink;
        private final Icon icon;
        private final String css;

        Kind(Token fill, Token ink, Icon icon, String css) {
            this.fill = fill;
            this.ink = ink;
            this.icon = icon;
            this.css = css;
        }
    }

    private final Look look;
    private final Label picture;
    private final Label sentence;
    private Kind kind = Kind.INFO;
    private @Nullable ActionButton button;

    public Banner(Composite parent, Look look) {
        super(parent, SWT.NONE);
        this.look = look;
        setLayout(Grid.layout(3, Grid.UNIT));
        picture = new Label(this, SWT.NONE);
        GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.CENTER).applyTo(picture);
        sentence = new Label(this, SWT.WRAP);
        sentence.setFont(look.font(TypeStyle.TEXT));
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .hint(120, SWT.DEFAULT)
                .applyTo(sentence);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(this);
        setVisible(false);
        addListener(SWT.Paint, this::paint);
        look.onChange(this, this::tint);
    }

    /** Says something that nothing can be done about here. */
    public void show(Kind how, String words) {
        fill(how, words);
        reveal(true);
    }

    /** Says something and offers the way out. */
    public void show(Kind how, String words, String action, Runnable run) {
        fill(how, words);
        ActionButton offered = new ActionButton(this, look, ActionButton.Kind.PLAIN, action).action(run);
        offered.setGround(how.fill);
        button = offered;
        reveal(true);
    }

    /** Has nothing to say any more. */
    public void hide() {
        reveal(false);
    }

    private void fill(Kind how, String words) {
        kind = how;
        sentence.setText(words.replace("&", "&&"));
        Names.name(this, words);
        Names.name(picture, words);
        ActionButton before = button;
        if (before != null) {
            before.dispose();
            button = null;
        }
        tint();
    }

    private void tint() {
        Color ground = look.color(kind.fill);
        setBackground(ground);
        for (Label each : new Label[] {picture, sentence}) {
            Css.set(each, kind.css);
            each.setBackground(ground);
            each.setForeground(look.color(Token.TEXT));
        }
        picture.setImage(look.icon(kind.icon, 16, kind.ink));
        redraw();
    }

    private void reveal(boolean visible) {
        if (getLayoutData() instanceof org.eclipse.swt.layout.GridData data) {
            data.exclude = !visible;
        }
        setVisible(visible);
        requestLayout();
    }

    private void paint(Event event) {
        GC gc = event.gc;
        Rectangle area = getClientArea();
        int arc = 2 * Grid.CORNER;
        gc.setAntialias(SWT.ON);
        gc.setBackground(getParent().getBackground());
        gc.fillRectangle(area);
        gc.setBackground(look.color(kind.fill));
        gc.fillRoundRectangle(0, 0, area.width, area.height, arc, arc);
        gc.setForeground(look.color(kind.ink));
        gc.drawRoundRectangle(0, 0, area.width - 1, area.height - 1, arc, arc);
    }
}
