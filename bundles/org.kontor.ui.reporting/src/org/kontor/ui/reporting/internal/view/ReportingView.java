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
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.jspecify.annotations.Nullable;
import org.kontor.api.ledger.EventBalance;
import org.kontor.api.ledger.InquiryBalance;
import org.kontor.api.ledger.LedgerOutcome;
import org.kontor.api.report.Chart;
import org.kontor.api.report.ContributedSection;
import org.kontor.api.report.Key;
import org.kontor.api.report.Metric;
import org.kontor.api.report.Point;
import org.kontor.api.report.Report;
import org.kontor.api.report.Value;
import org.kontor.api.store.ConversationRef;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.widget.EmptyState;
import org.kontor.ui.common.widget.Texts;
import org.kontor.ui.reporting.internal.model.ReportingModel;

/** The reporting perspective: figures, charts, both balances, and the list behind a number. */
public final class ReportingView extends Composite {
    /** As many columns as its parts and theirs fit into. */
    private static final int COLUMNS = 12;

    private static final int NARROWEST = 760;
    /** Narrower than that, fewer cards stand side by side. */
    private static final int NARROW = 1_000;

    private static final int TILES = 7;
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
    private final Composite strip;
    private final BalanceCard inquiries;
    private final BalanceCard events;
    private final Composite sections;
    private List<ContributedSection> shown = List.of();
    private final BehindPane behind;
    private boolean listed;

    /** @param open shows a conversation in the inbox */
    public ReportingView(Composite parent, Desk desk, ReportingModel model, Consumer<ConversationRef> open) {
        super(parent, SWT.NONE);
        this.desk = desk;
        this.model = model;
        Css.set(this, Css.CANVAS);
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
        GridLayout columns = Grid.layout(COLUMNS, Grid.DOUBLE);
        columns.marginTop = -Grid.UNIT;
        columns.makeColumnsEqualWidth = true;
        page.setLayout(columns);
        strip = tiles();
        inquiries = new BalanceCard(page, desk.look(), desk.text("balance.inquiries"));
        events = new BalanceCard(page, desk.look(), desk.text("balance.events"));
        sections = Css.set(new Composite(page, SWT.NONE), Css.CANVAS);
        sections.setLayout(Grid.tight(2));
        ((GridLayout) sections.getLayout()).makeColumnsEqualWidth = true;
        card(Chart.Kind.SHARE_PER_DAY);
        card(Chart.Kind.HOURS_OF_WEEK);
        card(Chart.Kind.PER_DAY);
        card(Chart.Kind.BY_CHANNEL);
        inquiries.moveBelow(null);
        card(Chart.Kind.OPEN_BY_AGE);
        card(Chart.Kind.BY_BRAND);
        events.moveBelow(null);
        sections.moveBelow(null);
        arrange(false);
        scroll.setContent(page);
        scroll.setShowFocusedControl(true);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        scroll.setMinWidth(NARROWEST);
        scroll.addListener(SWT.Resize, e -> {
            arrange(scroll.getClientArea().width < NARROW);
            measure();
        });
        behind = new BehindPane(this, desk, model, open);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(behind);
        behind.setVisible(false);
        Runnable leave = model.onChange(this::refresh);
        addListener(SWT.Dispose, e -> leave.run());
        refresh();
        follow();
    }

    private Composite tiles() {
        Composite made = Css.set(new Composite(page, SWT.NONE), Css.CANVAS);
        made.setLayout(Grid.tight(TILES));
        ((GridLayout) made.getLayout()).makeColumnsEqualWidth = true;
        for (int i = 0; i < TILES; i++) {
            FigureTile tile = new FigureTile(made, desk.look());
            int at = i;
            tile.onActivate(
                    () -> model.report().ifPresent(r -> model.open(r.tiles().get(at))));
            GridDataFactory.fillDefaults().grab(true, false).applyTo(tile);
            tiles.add(tile);
        }
        return made;
    }

    private void card(Chart.Kind kind) {
        cards.put(kind, new ChartCard(page, desk, model.words(), kind, model::open));
    }

    /** One grid: two cards, then three, then three; in a narrow window two at most. */
    private void arrange(boolean narrow) {
        ((GridLayout) strip.getLayout()).numColumns = narrow ? 4 : TILES;
        span(strip, COLUMNS);
        cards.forEach((kind, card) -> {
            switch (kind) {
                case SHARE_PER_DAY -> span(card, narrow ? COLUMNS : 7);
                case HOURS_OF_WEEK -> span(card, narrow ? COLUMNS : 5);
                case PER_DAY, BY_CHANNEL, OPEN_BY_AGE, BY_BRAND -> span(card, narrow ? 6 : 4);
            }
        });
        span(inquiries, narrow ? COLUMNS : 4);
        span(events, narrow ? COLUMNS : 4);
        span(sections, COLUMNS);
    }

    private void span(Control control, int wide) {
        boolean out = control == sections && shown.isEmpty();
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .span(wide, 1)
                .exclude(out)
                .applyTo(control);
        control.setVisible(!out);
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
            Value before = report.before().get(i);
            tiles.get(i)
                    .show(
                            model.words().name(point.metric()),
                            model.words().value(point.value()),
                            model.words().change(point.value(), before),
                            sense(point, before),
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
        balance(report);
        sections(report.sections());
    }

    /** Better or worse is said by the sign as well: colour only supports it. */
    private static Token sense(Point point, Value before) {
        double more = point.value().size() - before.size();
        return switch (point.metric().sense()) {
            case NEITHER -> Token.TEXT_QUIET;
            case UP -> more == 0 ? Token.TEXT_QUIET : more > 0 ? Token.OK : Token.WARN;
            case DOWN -> more == 0 ? Token.TEXT_QUIET : more < 0 ? Token.OK : Token.WARN;
        };
    }

    private void sections(List<ContributedSection> now) {
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        for (Control old : sections.getChildren()) {
            old.dispose();
        }
        for (ContributedSection section : now) {
            SectionCard card = new SectionCard(sections, desk, model.words(), section);
            GridDataFactory.fillDefaults().grab(true, false).applyTo(card);
        }
        span(sections, COLUMNS);
    }

    private String remark(Value value) {
        return switch (value) {
            case Value.Share share -> desk.text("tile.of", share.part(), share.whole());
            case Value.None none -> "";
            case Value.Count count -> "";
            case Value.Wait wait -> "";
        };
    }

    private void balance(Report report) {
        List<BalanceCard.Line> parts = new ArrayList<>();
        InquiryBalance i = report.inquiries();
        Point begun = new Point(Metric.BEGUN, new Key.Whole(), new Value.Count(i.begun()));
        parts.add(line("begun", desk.text("balance.begun"), i.begun(), () -> model.open(begun)));
        long sum = 0;
        for (Point part : report.balance()) {
            long size = Math.round(part.value().size());
            sum += size;
            String name = model.words().name(part.metric());
            parts.add(line(part.metric().name(), name, size, () -> model.open(part)));
        }
        parts.add(line("ESCALATED", desk.text("balance.escalated"), i.escalated(), null));
        parts.add(difference("inquiries", i.begun() - sum));
        inquiries.show(parts);
        List<BalanceCard.Line> lines = new ArrayList<>();
        EventBalance e = report.events();
        lines.add(line("seen", desk.text("event.seen"), e.seen(), null));
        long all = 0;
        for (LedgerOutcome outcome : LedgerOutcome.values()) {
            long size = count(e, outcome);
            all += size;
            lines.add(line(outcome.name(), desk.text("event." + outcome), size, null));
        }
        lines.add(difference("events", e.seen() - all));
        events.show(lines);
    }

    private BalanceCard.Line line(String id, String name, long size, @Nullable Runnable open) {
        String value = model.words().value(new Value.Count(size));
        return new BalanceCard.Line("balance." + id, name, value, Token.TEXT, false, open);
    }

    private BalanceCard.Line difference(String id, long size) {
        return new BalanceCard.Line(
                "difference." + id,
                desk.text(size == 0 ? "balance.difference" : "balance.broken"),
                model.words().value(new Value.Count(size)),
                size == 0 ? Token.OK : Token.OVER,
                true,
                null);
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
