package org.kontor.ui.reporting.internal.view;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.kontor.api.ledger.EventBalance;
import org.kontor.api.ledger.InquiryBalance;
import org.kontor.api.ledger.LedgerOutcome;
import org.kontor.api.report.Chart;
import org.kontor.api.report.Point;
import org.kontor.api.report.Report;
import org.kontor.api.report.Value;
import org.kontor.api.store.ConversationRef;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.widget.EmptyState;
import org.kontor.ui.common.widget.Texts;
import org.kontor.ui.reporting.internal.model.ReportingModel;

/** The reporting perspective: figures, charts, both balances, and the list behind a number. */
public final class ReportingView extends Composite {
    private static final int COLUMNS = 2;
    private static final int NARROWEST = 760;
    private static final int SECONDS = 10_000;

    private final Desk desk;
    private final ReportingModel model;
    private final Header header;
    private final Label notice;
    private final Composite body;
    private final StackLayout layers = new StackLayout();
    private final ScrolledComposite scroll;
    private final Composite page;
    private final EmptyState empty;
    private final List<FigureTile> tiles = new ArrayList<>();
    private final Map<Chart.Kind, ChartCard> cards = new EnumMap<>(Chart.Kind.class);
    private final Label inquiries;
    private final Label events;
    private final Label holds;
    private final BehindPane behind;
    private boolean listed;

    /** @param open shows a conversation in the inbox */
    public ReportingView(Composite parent, Desk desk, ReportingModel model, Consumer<ConversationRef> open) {
        super(parent, SWT.NONE);
        this.desk = desk;
        this.model = model;
        Css.set(this, Css.SURFACE);
        GridLayout rows = Grid.tight(1);
        rows.verticalSpacing = 0;
        setLayout(rows);
        header = new Header(this, desk, model);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(header);
        notice = Texts.quiet(this, desk.look(), "");
        GridDataFactory.fillDefaults().grab(true, false).indent(Grid.DOUBLE, 0).applyTo(notice);
        body = Css.set(new Composite(this, SWT.NONE), Css.CANVAS);
        body.setLayout(layers);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        empty = new EmptyState(body, desk.look()).onCanvas();
        scroll = Css.set(new ScrolledComposite(body, SWT.V_SCROLL | SWT.H_SCROLL), Css.CANVAS);
        page = Css.set(new Composite(scroll, SWT.NONE), Css.CANVAS);
        page.setLayout(Grid.layout(COLUMNS, Grid.DOUBLE));
        ((GridLayout) page.getLayout()).makeColumnsEqualWidth = true;
        tiles();
        for (Chart.Kind kind : Chart.Kind.values()) {
            ChartCard card = new ChartCard(page, desk, model.words(), kind, model::open);
            boolean wide = kind == Chart.Kind.HOURS_OF_WEEK;
            GridDataFactory.fillDefaults()
                    .grab(true, false)
                    .span(wide ? COLUMNS : 1, 1)
                    .applyTo(card);
            cards.put(kind, card);
        }
        Composite balances = balances();
        inquiries = Css.set(Texts.body(balances, desk.look(), ""), Css.SURFACE);
        events = Css.set(Texts.body(balances, desk.look(), ""), Css.SURFACE);
        holds = Css.set(Texts.quiet(balances, desk.look(), ""), Css.QUIET, Css.SURFACE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(holds);
        scroll.setContent(page);
        scroll.setShowFocusedControl(true);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        scroll.setMinWidth(NARROWEST);
        scroll.addListener(SWT.Resize, e -> measure());
        behind = new BehindPane(this, desk, model, open);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(behind);
        behind.setVisible(false);
        Runnable leave = model.onChange(this::refresh);
        addListener(SWT.Dispose, e -> leave.run());
        refresh();
        follow();
    }

    private void tiles() {
        Composite strip = Css.set(new Composite(page, SWT.NONE), Css.CANVAS);
        strip.setLayout(Grid.tight(6));
        ((GridLayout) strip.getLayout()).makeColumnsEqualWidth = true;
        GridDataFactory.fillDefaults().grab(true, false).span(COLUMNS, 1).applyTo(strip);
        for (int i = 0; i < 6; i++) {
            FigureTile tile = new FigureTile(strip, desk.look());
            int at = i;
            tile.onActivate(
                    () -> model.report().ifPresent(r -> model.open(r.tiles().get(at))));
            GridDataFactory.fillDefaults().grab(true, false).applyTo(tile);
            tiles.add(tile);
        }
    }

    private Composite balances() {
        Composite card = Css.set(new Composite(page, SWT.NONE), Css.SURFACE);
        card.setLayout(Grid.layout(1, Grid.DOUBLE));
        GridDataFactory.fillDefaults().grab(true, false).span(1, 1).applyTo(card);
        Css.set(Texts.heading(card, desk.look(), desk.text("balance.title")), Css.SURFACE);
        GridData data = (GridData) card.getLayoutData();
        data.horizontalSpan = COLUMNS;
        return card;
    }

    /** The store is followed while the perspective shows. */
    private void follow() {
        getDisplay().timerExec(SECONDS, () -> {
            if (!isDisposed()) {
                if (isVisible()) {
                    model.tick();
                }
                follow();
            }
        });
    }

    /** Puts the focus on the time range. */
    public void focus() {
        header.focus();
    }

    private void refresh() {
        if (isDisposed()) {
            return;
        }
        header.refresh();
        notice.setText(model.notice().replace("&", "&&"));
        ((GridData) notice.getLayoutData()).exclude = model.notice().isEmpty();
        notice.setVisible(!model.notice().isEmpty());
        Report report = model.report().orElse(null);
        if (!model.failure().isEmpty()) {
            empty.show(Icon.PROBLEM, model.failure(), desk.text("load.again"), model::reload);
            layers.topControl = empty;
        } else if (report == null) {
            empty.show(Icon.PROGRESS, desk.text("loading"));
            layers.topControl = empty;
        } else if (report.empty()) {
            empty.show(Icon.CHART, desk.text("empty"));
            layers.topControl = empty;
        } else {
            show(report);
            layers.topControl = scroll;
        }
        list(report != null && model.opened().isPresent());
        body.layout();
        layout(true, false);
        measure();
    }

    private void list(boolean wanted) {
        ((GridData) behind.getLayoutData()).exclude = !wanted;
        behind.setVisible(wanted);
        if (wanted) {
            model.report().ifPresent(report -> model.opened().ifPresent(point -> behind.show(report, point)));
        } else if (listed) {
            behind.forget();
            header.focus();
        }
        listed = wanted;
    }

    private void show(Report report) {
        for (int i = 0; i < tiles.size(); i++) {
            Point point = report.tiles().get(i);
            tiles.get(i)
                    .show(
                            model.words().name(point.metric()),
                            model.words().value(point.value()),
                            remark(point.value()),
                            model.words().definition(point.metric()));
            Names.id(tiles.get(i), "tile." + point.metric());
        }
        for (Chart chart : report.charts()) {
            ChartCard card = cards.get(chart.kind());
            if (card != null) {
                card.show(report, chart, model.tables());
            }
        }
        balance(report.inquiries(), report.events());
    }

    private String remark(Value value) {
        return switch (value) {
            case Value.Share share -> desk.text("tile.of", share.part(), share.whole());
            case Value.None none -> desk.text("tile.none");
            case Value.Count count -> "";
            case Value.Wait wait -> "";
        };
    }

    private void balance(InquiryBalance i, EventBalance e) {
        inquiries.setText(desk.text(
                "balance.inquiries",
                i.begun(),
                i.answered(),
                i.ignored(),
                i.merged(),
                i.deleted(),
                i.open(),
                i.escalated()));
        events.setText(desk.text(
                "balance.events",
                e.seen(),
                count(e, LedgerOutcome.STORED),
                count(e, LedgerOutcome.DUPLICATE),
                count(e, LedgerOutcome.UNREADABLE),
                count(e, LedgerOutcome.OWN_ECHO),
                count(e, LedgerOutcome.NOT_AN_INQUIRY),
                count(e, LedgerOutcome.WAITING)));
        holds.setText(i.holds() && e.holds() ? desk.text("balance.holds") : desk.text("balance.broken"));
    }

    private static long count(EventBalance balance, LedgerOutcome outcome) {
        return balance.outcomes().getOrDefault(outcome, 0L);
    }

    private void measure() {
        page.layout(true, true);
        int width = Math.max(NARROWEST, scroll.getClientArea().width);
        scroll.setMinHeight(page.computeSize(width, SWT.DEFAULT).y);
    }
}
