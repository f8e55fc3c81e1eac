package org.kontor.ui.plugins.internal.view;

import java.util.Objects;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.widget.Banner;
import org.kontor.ui.common.widget.EmptyState;
import org.kontor.ui.common.widget.Rule;
import org.kontor.ui.plugins.internal.model.Node;
import org.kontor.ui.plugins.internal.model.PluginsModel;

/** The plug-ins perspective: the list at the left, what is chosen at the right, what is being done along the bottom. */
public final class PluginsView extends Composite {
    private static final int LIST = 320;
    private static final int TICK = 1000;
    private static final int BUSY_TICK = 200;

    private final Desk desk;
    private final PluginsModel model;
    private final Runnable restart;
    private final PluginsList list;
    private final Banner safe;
    private final Banner again;
    private final Banner said;
    private final Composite banners;
    private final Composite pages;
    private final EmptyState empty;
    private final FootBar foot;
    private @Nullable Page page;
    private @Nullable Node shown;
    private PluginsModel.@Nullable Notice told;
    private boolean restartOffered;

    /** @param restart closes the window and starts Kontor again */
    public PluginsView(Composite parent, Desk desk, PluginsModel model, Runnable restart) {
        super(parent, SWT.NONE);
        this.desk = desk;
        this.model = model;
        this.restart = restart;
        Css.set(this, Css.SURFACE);
        GridLayout layout = Grid.tight(3);
        layout.horizontalSpacing = 0;
        setLayout(layout);
        list = new PluginsList(this, desk, model);
        GridDataFactory.fillDefaults().grab(false, true).hint(LIST, SWT.DEFAULT).applyTo(list);
        Rule rule = new Rule(this, desk.look());
        GridData edge = new GridData(SWT.CENTER, SWT.FILL, false, true);
        edge.widthHint = 1;
        rule.setLayoutData(edge);
        Composite right = Css.set(new Composite(this, SWT.NONE), Css.CANVAS);
        GridLayout column = Grid.tight(1);
        column.verticalSpacing = 0;
        right.setLayout(column);
        right.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        banners = Css.set(new Composite(right, SWT.NONE), Css.CANVAS);
        GridLayout above = Grid.tight(1);
        above.marginLeft = Grid.TRIPLE;
        above.marginRight = Grid.TRIPLE;
        banners.setLayout(above);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(banners);
        safe = Names.id(new Banner(banners, desk.look()), "plugins.safe");
        again = Names.id(new Banner(banners, desk.look()), "plugins.restart");
        said = Names.id(new Banner(banners, desk.look()), "plugins.notice");
        pages = Css.set(new Composite(right, SWT.NONE), Css.CANVAS);
        pages.setLayout(new StackLayout());
        pages.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        empty = new EmptyState(pages, desk.look()).onCanvas();
        Rule line = new Rule(right, desk.look());
        line.setGround(Token.LINE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
        foot = new FootBar(right, desk, model);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(foot);
        if (model.safeMode()) {
            safe.show(Banner.Kind.WARNING, desk.text("safe.text"));
        }
        Runnable leave = model.onChange(this::refresh);
        addListener(SWT.Dispose, e -> leave.run());
        refresh();
        follow();
    }

    private void follow() {
        getDisplay().timerExec(model.idle() ? TICK : BUSY_TICK, () -> {
            if (!isDisposed()) {
                if (isVisible()) {
                    model.tick();
                }
                follow();
            }
        });
    }

    /** Puts the cursor into the list. Not {@code setFocus}: SWT calls that while the view goes, too. */
    public void focus() {
        list.focus();
    }

    private void refresh() {
        if (isDisposed()) {
            return;
        }
        list.refresh();
        banners();
        Node wanted = model.selected().orElse(null);
        if (page == null || !Objects.equals(wanted, shown)) {
            show(wanted);
        }
        Page open = page;
        if (open != null) {
            open.refresh();
        }
        foot.refresh();
    }

    private void banners() {
        boolean needed = model.shelf().restart();
        PluginsModel.Notice notice = model.notice();
        if (needed == restartOffered && notice.equals(told)) {
            return;
        }
        if (needed != restartOffered) {
            restartOffered = needed;
            if (needed) {
                again.show(Banner.Kind.INFO, desk.text("restart.text"), desk.text("restart.now"), restart);
            } else {
                again.hide();
            }
        }
        if (!notice.equals(told)) {
            told = notice;
            if (notice.text().isEmpty()) {
                said.hide();
            } else {
                said.show(notice.fault() ? Banner.Kind.ERROR : Banner.Kind.INFO, notice.text());
            }
        }
        boolean any = needed || model.safeMode() || !notice.text().isEmpty();
        ((GridLayout) banners.getLayout()).marginTop = any ? Grid.DOUBLE : 0;
        // A banner's own parts have grown, which a request from it would not tell them.
        banners.layout(true, true);
        banners.requestLayout();
    }

    private void show(@Nullable Node node) {
        Page before = page;
        shown = node;
        Page now = node == null ? null : create(node);
        page = now;
        if (now == null) {
            sayEmpty();
        }
        ((StackLayout) pages.getLayout()).topControl = now == null ? empty : now;
        pages.layout();
        if (before != null) {
            before.dispose();
        }
    }

    private Page create(Node node) {
        return switch (node) {
            case Node.Installed(String id) -> new PluginPage(pages, desk, model, id);
            case Node.Offered(String id) -> new PluginPage(pages, desk, model, id);
            case Node.OfPlace(Node.Place place) ->
                switch (place) {
                    case SITES -> new SitesPage(pages, desk, model);
                    case STATES -> new StatesPage(pages, desk, model);
                };
        };
    }

    private void sayEmpty() {
        if (model.isLoaded()) {
            empty.show(Icon.PLUGIN, desk.text("empty.nothing"), desk.text("empty.again"), model::reload);
        } else {
            empty.show(Icon.PLUGIN, desk.text("empty.loading"));
        }
    }
}
