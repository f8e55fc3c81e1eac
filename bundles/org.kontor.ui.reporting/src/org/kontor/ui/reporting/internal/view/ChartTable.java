package org.kontor.ui.reporting.internal.view;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.kontor.api.report.Chart;
import org.kontor.api.report.Key;
import org.kontor.api.report.Point;
import org.kontor.api.report.Report;
import org.kontor.api.report.ReportWords;
import org.kontor.ui.common.access.Names;

/** The numbers of a chart as a table. A click chooses the number, double-click or Enter opens what is behind it. */
final class ChartTable extends Composite {
    private static final int FIRST = 150;
    private static final int OTHER = 120;

    private final Desk desk;
    private final ReportWords words;
    private final Table table;
    private final Consumer<Point> open;
    private List<Chart.Series> series = List.of();
    private int chosen = 1;

    ChartTable(Composite parent, Desk desk, ReportWords words, Consumer<Point> open) {
        super(parent, SWT.NONE);
        this.desk = desk;
        this.words = words;
        this.open = open;
        setLayout(new FillLayout());
        table = new Table(this, SWT.FULL_SELECTION | SWT.SINGLE | SWT.V_SCROLL | SWT.H_SCROLL);
        table.setHeaderVisible(true);
        table.addListener(SWT.MouseDown, this::choose);
        table.addListener(SWT.DefaultSelection, e -> openChosen());
    }

    void show(Report report, Chart chart) {
        series = chart.series();
        String title = words.title(chart.kind());
        Names.name(table, desk.text("table.name", title));
        Names.id(table, "table." + chart.kind());
        if (table.getColumnCount() != 1 + series.size()) {
            columns();
        }
        int selected = table.getSelectionIndex();
        table.setRedraw(false);
        table.removeAll();
        List<Key> keys = chart.keys();
        for (int i = 0; i < keys.size(); i++) {
            TableItem item = new TableItem(table, SWT.NONE);
            item.setText(0, words.key(report, keys.get(i)));
            for (int s = 0; s < series.size(); s++) {
                item.setText(1 + s, words.value(series.get(s).points().get(i).value()));
            }
        }
        table.setRedraw(true);
        table.select(selected);
    }

    private void columns() {
        for (TableColumn column : table.getColumns()) {
            column.dispose();
        }
        column(desk.text("table.group"), SWT.LEFT, FIRST);
        series.forEach(s -> column(words.name(s.metric()), SWT.RIGHT, OTHER));
    }

    private void column(String name, int side, int width) {
        TableColumn column = new TableColumn(table, side);
        column.setText(name);
        column.pack();
        column.setWidth(Math.max(width, column.getWidth()));
    }

    private void choose(Event event) {
        for (TableItem item : table.getItems()) {
            for (int c = 1; c <= series.size(); c++) {
                if (item.getBounds(c).contains(event.x, event.y)) {
                    chosen = c;
                    return;
                }
            }
        }
    }

    private void openChosen() {
        int row = table.getSelectionIndex();
        if (row >= 0 && !series.isEmpty()) {
            open.accept(series.get(Math.min(chosen, series.size()) - 1).points().get(row));
        }
    }
}
