package org.kontor.ui.plugins.internal.view;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.widget.ActionButton;
import org.kontor.ui.common.widget.ProgressLine;
import org.kontor.ui.common.widget.Texts;
import org.kontor.ui.plugins.internal.model.PluginsModel;

/** Along the bottom, always as high: what looks for updates, or how far what is being done is. */
final class FootBar extends Composite {
    /** What is done sooner than this needs no progress. */
    private static final int PATIENCE_MS = 300;

    private static final int LINE = 200;

    private final Desk desk;
    private final PluginsModel model;
    private final StackLayout stack = new StackLayout();
    private final Composite rest;
    private final Composite busy;
    private final Label hint;
    private final ActionButton look;
    private final ActionButton all;
    private final Label doing;
    private final ProgressLine line;
    private final ActionButton cancel;
    private boolean waiting;

    FootBar(Composite parent, Desk desk, PluginsModel model) {
        super(parent, SWT.NONE);
        this.desk = desk;
        this.model = model;
        setLayout(stack);
        rest = bar();
        hint = label(rest, Css.QUIET);
        all = button(rest, "foot.updateAll", "plugins.updateAll", model::updateAll);
        look = button(rest, "foot.look", "plugins.look", model::look).icon(Icon.REFRESH);
        busy = bar();
        doing = label(busy, "");
        line = new ProgressLine(busy, desk.look());
        GridDataFactory.swtDefaults()
                .align(SWT.END, SWT.CENTER)
                .hint(LINE, SWT.DEFAULT)
                .applyTo(line);
        cancel = button(busy, "foot.cancel", "plugins.cancel", model::cancel);
        stack.topControl = rest;
    }

    private Composite bar() {
        Composite bar = new Composite(this, SWT.NONE);
        bar.setLayout(Grid.layout(3, Grid.UNIT));
        return bar;
    }

    private Label label(Composite bar, String css) {
        Label label = Texts.quiet(bar, desk.look(), "");
        Css.set(label, css.isEmpty() ? Css.SURFACE : css);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .indent(Grid.DOUBLE, 0)
                .applyTo(label);
        return label;
    }

    private ActionButton button(Composite bar, String key, String id, Runnable action) {
        return Names.id(new ActionButton(bar, desk.look(), ActionButton.Kind.PLAIN, desk.text(key)).action(action), id);
    }

    void refresh() {
        boolean idle = model.idle();
        int updates = model.shelf().pending();
        say(hint, model.isLoaded() ? hint(updates) : "");
        look.setEnabled(idle && !model.shelf().sites().isEmpty());
        all.setEnabled(idle && updates > 0);
        if (idle) {
            show(rest);
        } else {
            progress();
            patience();
        }
    }

    private String hint(int updates) {
        if (model.shelf().asked()) {
            return desk.text("foot.asked", updates);
        }
        return desk.text(model.shelf().sites().isEmpty() ? "foot.noSite" : "foot.notAsked");
    }

    private void progress() {
        say(doing, model.doing());
        line.show(model.share(), model.doing());
    }

    private void patience() {
        if (stack.topControl != busy && !waiting) {
            waiting = true;
            getDisplay().timerExec(PATIENCE_MS, () -> {
                waiting = false;
                if (!isDisposed() && !model.idle()) {
                    show(busy);
                }
            });
        }
    }

    private void show(Composite bar) {
        if (stack.topControl != bar) {
            boolean focus = getDisplay().getFocusControl() == cancel;
            stack.topControl = bar;
            layout();
            if (focus) {
                look.setFocus();
            }
        }
    }

    private static void say(Label label, String text) {
        String plain = text.replace("&", "&&");
        if (!label.getText().equals(plain)) {
            label.setText(plain);
        }
    }
}
