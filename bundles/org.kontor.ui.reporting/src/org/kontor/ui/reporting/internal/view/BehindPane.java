package org.kontor.ui.reporting.internal.view;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.jspecify.annotations.Nullable;
import org.kontor.api.conversation.InquiryEnd;
import org.kontor.api.conversation.InquiryOutcome;
import org.kontor.api.report.Behind;
import org.kontor.api.report.Point;
import org.kontor.api.report.Report;
import org.kontor.api.store.ConversationRef;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.widget.IconButton;
import org.kontor.ui.common.widget.Texts;
import org.kontor.ui.reporting.internal.model.ReportingModel;

/** The list of the conversations behind a number. */
final class BehindPane extends Composite {
    private static final int ROWS = 190;
    private static final int[] WIDTHS = {240, 160, 170, 170, 120};

    private final Desk desk;
    private final ReportingModel model;
    private final Label title;
    private final Label count;
    private final Table table;
    private final Consumer<ConversationRef> open;
    private @Nullable Behind shown;

    BehindPane(Composite parent, Desk desk, ReportingModel model, Consumer<ConversationRef> open) {
        super(parent, SWT.NONE);
        this.desk = desk;
        this.model = model;
        this.open = open;
        Css.set(this, Css.SURFACE);
        setLayout(Grid.layout(3, Grid.UNIT));
        title = Texts.heading(this, desk.look(), "");
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .indent(Grid.UNIT, 0)
                .applyTo(title);
        count = Texts.quiet(this, desk.look(), "");
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(count);
        IconButton close = new IconButton(this, desk.look(), Grid.CONTROL, Icon.CLOSE, desk.text("behind.close"));
        close.onActivate(model::closeList);
        Names.id(close, "behind.close");
        // Not virtual: rows that GTK makes while a virtual table is emptied outlive it, and the next switch of the
        // theme fails.
        table = new Table(this, SWT.FULL_SELECTION | SWT.SINGLE | SWT.V_SCROLL);
        table.setHeaderVisible(true);
        Names.id(Names.name(table, desk.text("behind.table")), "behind.table");
        table.setToolTipText(desk.text("behind.hint"));
        String[] keys = {"behind.customer", "behind.brand", "behind.begun", "behind.outcome", "behind.waited"};
        for (int i = 0; i < keys.length; i++) {
            TableColumn column = new TableColumn(table, SWT.LEFT);
            column.setText(desk.messages().text(keys[i]));
            column.setWidth(WIDTHS[i]);
        }
        table.addListener(SWT.DefaultSelection, e -> openChosen());
        table.addListener(SWT.KeyDown, e -> {
            if (e.keyCode == SWT.ESC) {
                model.closeList();
            }
        });
        GridDataFactory.fillDefaults()
                .grab(true, true)
                .span(3, 1)
                .hint(SWT.DEFAULT, ROWS)
                .applyTo(table);
    }

    void show(Report report, Point point) {
        String group = model.words().key(report, point.key());
        String name = model.words().name(point.metric());
        set(title, desk.text("behind.title", name, group));
        Behind now = model.behind().orElse(null);
        if (now == null) {
            set(count, desk.text("behind.reading"));
            return;
        }
        String number = String.valueOf(now.items().size());
        String words = now.items().isEmpty()
                ? desk.text("behind.none")
                : desk.text(now.complete() ? "behind.count" : "behind.more", number);
        set(count, words);
        if (now != shown) {
            boolean first = shown == null;
            shown = now;
            fill(now);
            if (first && !now.items().isEmpty()) {
                table.setSelection(0);
                table.forceFocus();
            }
        }
    }

    /** Forgets what it showed, so that the next list takes the focus again. */
    void forget() {
        shown = null;
        table.removeAll();
    }

    private void set(Label label, String words) {
        label.setText(words.replace("&", "&&"));
        layout();
    }

    private List<Behind.Item> items() {
        Behind now = shown;
        return now == null ? List.of() : now.items();
    }

    private void fill(Behind now) {
        int selected = table.getSelectionIndex();
        table.setRedraw(false);
        table.removeAll();
        now.items().forEach(item -> fill(new TableItem(table, SWT.NONE), item));
        table.select(selected);
        table.setRedraw(true);
    }

    private void fill(TableItem row, Behind.Item item) {
        String customer = item.conversation().customerName();
        InquiryEnd end = item.inquiry().end();
        InquiryOutcome outcome = InquiryOutcome.of(end);
        Duration waited =
                end == null ? Duration.ZERO : Duration.between(item.inquiry().began(), end.at());
        boolean timed = outcome.answered() && !waited.isNegative();
        row.setText(new String[] {
            customer.isEmpty() ? desk.text("behind.nobody") : customer,
            item.brand().name(),
            desk.times().in(item.brand().zone()).relative(item.inquiry().began()),
            desk.messages().text("outcome." + outcome),
            timed ? desk.times().span(waited) : ""
        });
    }

    private void openChosen() {
        int row = table.getSelectionIndex();
        if (row >= 0 && row < items().size()) {
            open.accept(ConversationRef.of(items().get(row).conversation()));
        }
    }
}
