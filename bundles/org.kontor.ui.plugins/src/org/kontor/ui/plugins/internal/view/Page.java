package org.kontor.ui.plugins.internal.view;

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
import org.kontor.ui.common.widget.Texts;
import org.kontor.ui.plugins.internal.model.PluginsModel;

/** One page of details: a title with buttons, cards below. It is built anew when what it shows is another, and scrolls. */
abstract class Page extends ScrolledComposite {
    /** Wider lines are hard to read. */
    private static final int WIDEST = 900;

    private final Desk desk;
    private final PluginsModel model;
    private final Composite body;
    private @Nullable Object shown;

    Page(Composite parent, Desk desk, PluginsModel model) {
        super(parent, SWT.V_SCROLL);
        this.desk = desk;
        this.model = model;
        Css.set(this, Css.CANVAS);
        setExpandHorizontal(true);
        setExpandVertical(true);
        setShowFocusedControl(true);
        body = Css.set(new Composite(this, SWT.NONE), Css.CANVAS);
        GridLayout column = Grid.layout(1, Grid.TRIPLE);
        column.verticalSpacing = Grid.DOUBLE;
        body.setLayout(column);
        setContent(body);
        addListener(SWT.Resize, e -> fit());
    }

    final Desk desk() {
        return desk;
    }

    final PluginsModel model() {
        return model;
    }

    /** What the page shows: while it is equal to what it was, nothing is built anew. */
    abstract Object content();

    /** Makes the page. */
    abstract void build(Composite place);

    /** Brings what changes without building up to date, such as which buttons can be pressed. */
    abstract void update(boolean idle);

    final void refresh() {
        Object now = content();
        if (!now.equals(shown)) {
            shown = now;
            body.setRedraw(false);
            for (Control child : body.getChildren()) {
                child.dispose();
            }
            build(body);
            body.setRedraw(true);
            for (Control part : body.getChildren()) {
                part.addListener(SWT.Resize, e -> fit());
            }
            body.layout(true, true);
            fit();
        }
        update(model.idle());
    }

    /** The head of a page; buttons go into what it returns. */
    final Composite head(String name, String line) {
        Composite head = Css.set(new Composite(body, SWT.NONE), Css.CANVAS);
        head.setLayout(Grid.tight(2));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
        Composite words = Css.set(new Composite(head, SWT.NONE), Css.CANVAS);
        words.setLayout(Grid.tight(1));
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(words);
        Label title = Css.set(Texts.title(words, desk.look(), name), Css.CANVAS);
        GridDataFactory.fillDefaults().grab(true, false).hint(160, SWT.DEFAULT).applyTo(title);
        Label below = Css.set(Texts.quiet(words, desk.look(), line), Css.QUIET, Css.CANVAS);
        GridDataFactory.fillDefaults().grab(true, false).hint(160, SWT.DEFAULT).applyTo(below);
        Composite buttons = Css.set(new Composite(head, SWT.NONE), Css.CANVAS);
        buttons.setLayout(Grid.tight(3));
        buttons.setLayoutData(new GridData(SWT.END, SWT.BEGINNING, false, false));
        return buttons;
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
}
