package org.kontor.ui.setup.internal.view;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.common.widget.Banner;
import org.kontor.ui.common.widget.Texts;
import org.kontor.ui.setup.internal.model.Notice;

/**
 * One page of details: a head with a title and buttons, a banner, cards below. It scrolls when it has to, and follows the
 * keyboard to fields out of sight.
 */
abstract class Page extends ScrolledComposite {
    /** Wider lines are hard to read. */
    private static final int WIDEST = 1040;

    private final Desk desk;
    private final Composite body;
    private final Composite buttons;
    private final Label title;
    private final Label below;
    private final Banner banner;
    private @Nullable Notice told;

    Page(Composite parent, Desk desk) {
        super(parent, SWT.V_SCROLL);
        this.desk = desk;
        Css.set(this, Css.CANVAS);
        setExpandHorizontal(true);
        setExpandVertical(true);
        setShowFocusedControl(true);
        body = Css.set(new Composite(this, SWT.NONE), Css.CANVAS);
        GridLayout column = Grid.layout(1, Grid.TRIPLE);
        column.verticalSpacing = Grid.DOUBLE;
        body.setLayout(column);
        setContent(body);
        Composite head = Css.set(new Composite(body, SWT.NONE), Css.CANVAS);
        head.setLayout(Grid.tight(2));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
        Composite words = Css.set(new Composite(head, SWT.NONE), Css.CANVAS);
        words.setLayout(Grid.tight(1));
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(words);
        title = Texts.title(words, desk.look(), "");
        GridDataFactory.fillDefaults().grab(true, false).hint(160, SWT.DEFAULT).applyTo(title);
        below = Texts.quiet(words, desk.look(), "");
        GridDataFactory.fillDefaults().grab(true, false).hint(160, SWT.DEFAULT).applyTo(below);
        buttons = Css.set(new Composite(head, SWT.NONE), Css.CANVAS);
        buttons.setLayout(Grid.tight(4));
        buttons.setLayoutData(new GridData(SWT.END, SWT.BEGINNING, false, false));
        banner = new Banner(body, desk.look());
    }

    /** What it is made with. */
    final Desk desk() {
        return desk;
    }

    /** Where cards go. */
    final Composite body() {
        return body;
    }

    /** Where the buttons of the head go. */
    final Composite buttons() {
        return buttons;
    }

    /** The banner below the head. */
    final Banner banner() {
        return banner;
    }

    /** What stands at the head. */
    final void head(String name, String line) {
        set(title, name);
        set(below, line);
    }

    /** Shows what was just done, unless something weightier stands there. */
    final void notice(Notice notice) {
        Banner.Kind kind = switch (notice.kind()) {
            case INFO -> Banner.Kind.INFO;
            case WARNING -> Banner.Kind.WARNING;
            case ERROR -> Banner.Kind.ERROR;
        };
        banner.show(kind, notice.text());
        if (notice != told && kind != Banner.Kind.INFO) {
            // It stands at the head: whoever has scrolled down would miss why nothing happened.
            setOrigin(0, 0);
        }
        told = notice;
    }

    /** Puts a text into a label only if it is another, so that nothing flickers. */
    static void set(Label label, String text) {
        String plain = text.replace("&", "&&");
        if (!label.getText().equals(plain)) {
            label.setText(plain);
            label.requestLayout();
        }
    }

    /** Brings the page up to date with its model. */
    abstract void refresh();

    /** Keeps what was typed, where there is something to keep. */
    void save() {}

    /** Puts the cursor where one begins. */
    void focus() {
        body.setFocus();
    }

    /** Takes its first shape; to be called once all is in it. */
    final void shape() {
        ((GridLayout) buttons.getLayout()).numColumns = Math.max(1, buttons.getChildren().length);
        for (Control part : body.getChildren()) {
            // A part that grows or shrinks, as by a remark that comes up, changes how far there is to scroll.
            part.addListener(SWT.Resize, e -> fit());
        }
        addListener(SWT.Resize, e -> fit());
        fit();
    }

    private void fit() {
        int width = getClientArea().width;
        if (isDisposed() || width <= 0) {
            return;
        }
        ((GridLayout) body.getLayout()).marginRight = Math.max(0, width - WIDEST - 2 * Grid.TRIPLE);
        int needed = body.computeSize(width, SWT.DEFAULT).y;
        if (getMinHeight() != needed) {
            setMinHeight(needed);
        }
        getVerticalBar().setIncrement(Grid.TRIPLE);
        getVerticalBar().setPageIncrement(Math.max(Grid.TRIPLE, getClientArea().height - Grid.TRIPLE));
    }

    /** A line of label and value, as on a card. */
    static Label[] pair(Composite parent, Desk desk, String label) {
        Label left = Texts.quiet(parent, desk.look(), label);
        left.setLayoutData(new GridData(SWT.BEGINNING, SWT.BEGINNING, false, false));
        Label right = Texts.body(parent, desk.look(), "");
        right.setFont(desk.look().font(TypeStyle.TEXT));
        return new Label[] {left, right};
    }

    static void clear(Composite composite) {
        for (Control child : composite.getChildren()) {
            child.dispose();
        }
    }
}
