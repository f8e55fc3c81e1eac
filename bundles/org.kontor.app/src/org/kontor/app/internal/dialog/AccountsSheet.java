package org.kontor.app.internal.dialog;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.kontor.api.account.Brand;
import org.kontor.app.internal.Messages;
import org.kontor.app.internal.model.FactsFeed;
import org.kontor.app.internal.model.StatusLine;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.format.Times;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.look.TypeStyle;
import org.kontor.ui.common.row.Row;
import org.kontor.ui.common.row.RowPainter;
import org.kontor.ui.common.widget.EmptyState;
import org.kontor.ui.common.widget.Sheet;

/** How every account is doing: last read, what is wrong, next try. It follows while it is open. */
public final class AccountsSheet extends Sheet {
    private final Messages texts;
    private final FactsFeed feed;
    private final StatusLine line;
    private List<StatusLine.Line> lines = List.of();

    public AccountsSheet(Shell parent, Look look, Messages texts, FactsFeed feed) {
        super(parent, look, texts.accounts_title, texts.accounts_sentence);
        this.texts = texts;
        this.feed = feed;
        line = new StatusLine(texts, Times.here(), Locale.getDefault());
    }

    @Override
    protected Point size() {
        return new Point(640, 480);
    }

    @Override
    protected void fill(Composite parent) {
        lines = line.lines(feed.facts(), Instant.now());
        if (lines.isEmpty()) {
            EmptyState empty = new EmptyState(parent, look());
            GridDataFactory.fillDefaults().grab(true, true).hint(560, 240).applyTo(empty);
            empty.show(Icon.INFO, feed.connected() ? texts.accounts_empty : texts.status_noStore);
            return;
        }
        Table table = new Table(parent, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
        Names.id(Names.name(table, texts.accounts_title), "accounts.list");
        GridDataFactory.fillDefaults().grab(true, true).hint(560, 320).applyTo(table);
        RowPainter.install(table, look(), 2, (row, item) -> paint(row, lines.get(table.indexOf(item))));
        show(table);
        Display display = table.getDisplay();
        Runnable off = feed.onChange(facts -> display.asyncExec(() -> {
            if (!table.isDisposed()) {
                lines = line.lines(facts, Instant.now());
                show(table);
            }
        }));
        table.addListener(SWT.Dispose, e -> off.run());
    }

    private void paint(Row row, StatusLine.Line shown) {
        shown.brand().ifPresent(brand -> row.edge(brand.colour()));
        row.icon(Icon.of(shown.account().channel()), Token.TEXT_QUIET);
        row.line(0)
                .right(shown.state(), TypeStyle.STRONG, shown.ink())
                .left(shown.account().name(), TypeStyle.STRONG, Token.TEXT);
        row.line(1)
                .right(shown.times(), TypeStyle.SMALL, Token.TEXT_QUIET)
                .left(shown.brand().map(Brand::name).orElse(""), TypeStyle.SMALL, Token.TEXT_QUIET);
    }

    private void show(Table table) {
        table.removeAll();
        for (StatusLine.Line each : lines) {
            new TableItem(table, SWT.NONE).setText(each.account().name() + ", " + each.state() + ", " + each.times());
        }
    }
}
