package org.kontor.ui.common.widget;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.look.TypeStyle;

/**
 * Stands where nothing is to be shown: an icon, one sentence, one action. Fills its place and keeps to its middle.
 *
 * @since 0.1
 */
public final class EmptyState extends Composite {
    private static final int WIDTH = 320;

    private final Look look;
    private final Composite middle;
    private final Label picture;
    private final Label sentence;
    private Icon icon = Icon.INFO;
    private @Nullable ActionButton button;

    public EmptyState(Composite parent, Look look) {
        super(parent, SWT.NONE);
        this.look = look;
        setLayout(new GridLayout());
        middle = new Composite(this, SWT.NONE);
        middle.setLayout(Grid.layout(1, Grid.DOUBLE));
        GridDataFactory.swtDefaults()
                .align(SWT.CENTER, SWT.CENTER)
                .grab(true, true)
                .applyTo(middle);
        picture = new Label(middle, SWT.CENTER);
        GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.CENTER).applyTo(picture);
        sentence = new Label(middle, SWT.WRAP | SWT.CENTER);
        Css.set(sentence, Css.QUIET);
        sentence.setFont(look.font(TypeStyle.TEXT));
        addListener(SWT.Resize, event -> {
            fit();
            layout(true, true);
        });
        look.onChange(this, this::tint);
    }

    /** A ground other than SURFACE; call it before the first {@link #show}. */
    public EmptyState onCanvas() {
        for (Composite each : new Composite[] {this, middle}) {
            Css.set(each, Css.CANVAS);
        }
        Css.set(sentence, Css.QUIET, Css.CANVAS);
        Css.set(picture, Css.CANVAS);
        return this;
    }

    /** Says what is the matter, with nothing to do about it. */
    public void show(Icon shown, String words) {
        fill(shown, words);
        layout(true, true);
    }

    /** Says what is the matter and what to do. */
    public void show(Icon shown, String words, String action, Runnable run) {
        fill(shown, words);
        ActionButton offered = new ActionButton(middle, look, ActionButton.Kind.PRIMARY, action).action(run);
        GridDataFactory.swtDefaults()
                .align(SWT.CENTER, SWT.CENTER)
                .indent(0, Grid.UNIT)
                .applyTo(offered);
        button = offered;
        layout(true, true);
    }

    private void fill(Icon shown, String words) {
        icon = shown;
        sentence.setText(words.replace("&", "&&"));
        fit();
        ActionButton before = button;
        if (before != null) {
            before.dispose();
            button = null;
        }
        tint();
    }

    /** Breaks the sentence where it would be too wide to read, or for a narrow pane. */
    private void fit() {
        int room = getClientArea().width - 4 * Grid.DOUBLE;
        int wanted = sentence.computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
        GridDataFactory.swtDefaults()
                .align(SWT.CENTER, SWT.CENTER)
                .hint(Math.min(room > 0 ? Math.min(room, WIDTH) : WIDTH, wanted), SWT.DEFAULT)
                .applyTo(sentence);
    }

    private void tint() {
        picture.setImage(look.icon(icon, 20, Token.TEXT_QUIET));
        org.kontor.ui.common.access.Names.name(picture, sentence.getText());
    }
}
