package org.kontor.app.internal.window;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.core.services.nls.Translation;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.jspecify.annotations.Nullable;
import org.kontor.app.internal.Messages;
import org.kontor.app.internal.model.Facts;
import org.kontor.app.internal.model.FactsFeed;
import org.kontor.ui.api.ContextKeys;
import org.kontor.ui.api.TimeRange;
import org.kontor.ui.api.Topics;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.format.Keys;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.common.widget.Avatar;
import org.kontor.ui.common.widget.Field;
import org.kontor.ui.common.widget.Rule;

/** The bar along the top: product name, brand filter, search, time range, and who works here. */
public final class TopBar {
    private static final int SEARCH_WIDTH = 520;
    private static final int STILL_MS = 200;

    private final Look look;
    private final Messages texts;
    private final FactsFeed feed;
    private final IEventBroker broker;
    private final BrandSelection selection;
    private final RangeSelection ranges;
    private @Nullable Avatar avatar;
    private @Nullable BrandButton brands;
    private @Nullable RangeButton range;
    private @Nullable Field search;
    private @Nullable Runnable off;
    private String searched = "";

    @Inject
    TopBar(
            Look look,
            @Translation Messages texts,
            FactsFeed feed,
            IEventBroker broker,
            BrandSelection selection,
            RangeSelection ranges) {
        this.look = look;
        this.texts = texts;
        this.feed = feed;
        this.broker = broker;
        this.selection = selection;
        this.ranges = ranges;
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
        search(row, display);
        RangeButton days = new RangeButton(row, look, texts, ranges);
        GridDataFactory.swtDefaults()
                .align(SWT.END, SWT.CENTER)
                .grab(true, false)
                .applyTo(days.control());
        range = days;
        Avatar user = new Avatar(row, look, 28);
        GridDataFactory.swtDefaults().align(SWT.END, SWT.CENTER).applyTo(user);
        avatar = user;
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

    /** Somebody chose another time range, here or elsewhere. */
    @Inject
    @Optional
    void ranged(@Named(ContextKeys.RANGE) TimeRange chosen) {
        RangeButton button = range;
        if (button != null && !button.control().isDisposed()) {
            button.show();
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

    /** Puts the cursor into the search field. */
    public void focusSearch() {
        Field field = search;
        if (field != null && !field.isDisposed()) {
            field.setFocus();
            field.text().selectAll();
        }
    }

    private void search(Composite row, Display display) {
        Field field = new Field(row, look, SWT.SINGLE, texts.search_name)
                .icon(Icon.SEARCH)
                .key(Keys.of(Locale.getDefault()).text("M1+K"))
                .onCanvas();
        field.text().setMessage(texts.search_hint);
        Names.id(field.text(), "top.search");
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .hint(SEARCH_WIDTH, SWT.DEFAULT)
                .applyTo(field);
        Runnable still = () -> tell(field);
        field.text().addListener(SWT.Modify, e -> display.timerExec(STILL_MS, still));
        field.text().addListener(SWT.KeyDown, e -> key(field, e));
        search = field;
    }

    private void key(Field field, Event event) {
        if (event.keyCode == SWT.ESC && !field.text().getText().isEmpty()) {
            field.text().setText("");
            event.doit = false;
        } else if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
            tell(field);
        }
    }

    private void tell(Field field) {
        if (!field.isDisposed()) {
            String now = field.text().getText().strip();
            if (!now.equals(searched)) {
                searched = now;
                broker.post(Topics.SEARCH, now);
            }
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
