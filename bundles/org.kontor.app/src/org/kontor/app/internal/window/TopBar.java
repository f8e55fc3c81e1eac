package org.kontor.app.internal.window;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.core.services.nls.Translation;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.menu.MToolControl;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.jspecify.annotations.Nullable;
import org.kontor.app.internal.Messages;
import org.kontor.app.internal.model.Facts;
import org.kontor.app.internal.model.FactsFeed;
import org.kontor.ui.api.BrandFilter;
import org.kontor.ui.api.ContextKeys;
import org.kontor.ui.api.TimeRange;
import org.kontor.ui.api.Topics;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.common.widget.Avatar;
import org.kontor.ui.common.widget.Rule;

/** The bar along the top: product name, brand filter, search, time range, and who works here. */
public final class TopBar {
    private static final int SEARCH_WIDTH = 520;
    private static final int SEARCH_LEAST = 200;

    private final Look look;
    private final Messages texts;
    private final FactsFeed feed;
    private final IEventBroker broker;
    private final BrandSelection selection;
    private final RangeSelection ranges;
    private final PaletteDesk palette;
    private @Nullable Avatar avatar;
    private @Nullable BrandButton brands;
    private @Nullable RangeButton range;
    private @Nullable SearchBox search;
    private @Nullable Runnable off;

    @Inject
    TopBar(
            Look look,
            @Translation Messages texts,
            FactsFeed feed,
            IEventBroker broker,
            BrandSelection selection,
            RangeSelection ranges,
            PaletteDesk palette) {
        this.look = look;
        this.texts = texts;
        this.feed = feed;
        this.broker = broker;
        this.selection = selection;
        this.ranges = ranges;
        this.palette = palette;
    }

    /** In a narrow window the search field gives way: nothing beside it may be cut off. */
    private static void fit(Composite row, Control field) {
        if (row.getLayout() instanceof GridLayout grid && field.getLayoutData() instanceof GridData data) {
            int others = 2 * grid.marginWidth + (grid.numColumns - 1) * grid.horizontalSpacing;
            for (Control each : row.getChildren()) {
                others += each == field ? 0 : each.computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
            }
            int width = Math.clamp(row.getClientArea().width - others, SEARCH_LEAST, SEARCH_WIDTH);
            if (data.widthHint != width) {
                data.widthHint = width;
                row.layout(true);
            }
        }
    }

    /** The bars of the window: one, once it stands. */
    public static List<TopBar> of(MApplication application, EModelService models) {
        return models.findElements(application, MToolControl.class, EModelService.IN_TRIM, each -> true).stream()
                .map(MToolControl::getObject)
                .filter(TopBar.class::isInstance)
                .map(TopBar.class::cast)
                .toList();
    }

    @PostConstruct
    void create(Composite parent, Display display) {
        Composite bar = new Composite(parent, SWT.NONE);
        BarLayout.install(bar, true);
        bar.setLayout(GridLayoutFactory.fillDefaults().spacing(0, 0).create());
        Composite row = new Composite(bar, SWT.NONE);
        row.setLayout(GridLayoutFactory.fillDefaults()
                .numColumns(5)
                .margins(Grid.DOUBLE, 6)
                .spacing(Grid.DOUBLE, 0)
                .create());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(row);
        Label name = new Label(row, SWT.NONE);
        name.setFont(look.font(TypeStyle.TITLE));
        name.setText(texts.product_name);
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(name);
        brands = Names.id(new BrandButton(row, look, texts, selection), "top.brands");
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(brands);
        SearchBox box = new SearchBox(row, look, texts, palette, text -> broker.post(Topics.SEARCH, text));
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .hint(SEARCH_WIDTH, SWT.DEFAULT)
                .applyTo(box.control());
        search = box;
        RangeButton days = new RangeButton(row, look, texts, ranges);
        GridDataFactory.swtDefaults()
                .align(SWT.END, SWT.CENTER)
                .grab(true, false)
                .applyTo(days.control());
        range = days;
        Avatar user = new Avatar(row, look, 28);
        GridDataFactory.swtDefaults().align(SWT.END, SWT.CENTER).applyTo(user);
        avatar = user;
        row.addListener(SWT.Resize, e -> fit(row, box.control()));
        Rule rule = new Rule(bar, look);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(rule);
        off = feed.onChange(facts -> display.asyncExec(() -> show(facts)));
        show(feed.facts());
    }

    @PreDestroy
    void dispose() {
        Runnable listener = off;
        if (listener != null) {
            listener.run();
        }
    }

    /** Somebody chose other brands, here or elsewhere. */
    @Inject
    @Optional
    void filtered(@Named(ContextKeys.BRANDS) BrandFilter chosen) {
        BrandButton button = brands;
        if (button != null && !button.isDisposed()) {
            button.refresh();
        }
    }

    /** Somebody chose another time range, here or elsewhere. */
    @Inject
    @Optional
    void ranged(@Named(ContextKeys.RANGE) TimeRange chosen) {
        RangeButton button = range;
        if (button != null && !button.control().isDisposed()) {
            button.show();
            SearchBox box = search;
            if (box != null) {
                fit(button.control().getParent(), box.control());
            }
        }
    }

    /** Opens the menu of time ranges. */
    public void openRanges() {
        RangeButton button = range;
        if (button != null && !button.control().isDisposed()) {
            button.control().setFocus();
            button.open();
        }
    }

    /** Chooses a time range; asks for its days if it is the one without a name. */
    public void chooseRange(TimeRange.Preset preset) {
        RangeButton button = range;
        if (button != null && !button.control().isDisposed()) {
            button.choose(preset);
        }
    }

    /** Puts the cursor into the search field. */
    public void focusSearch() {
        SearchBox box = search;
        if (box != null) {
            box.focus();
        }
    }

    /** Opens the command palette. */
    public void openPalette() {
        SearchBox box = search;
        if (box != null) {
            box.openPalette();
        }
    }

    private void show(Facts facts) {
        Avatar user = avatar;
        BrandButton button = brands;
        if (user != null && !user.isDisposed() && button != null) {
            user.setVisible(!facts.user().isEmpty());
            if (!facts.user().isEmpty()) {
                user.show(facts.user(), null, null);
            }
            button.show(facts.brands());
        }
    }
}
