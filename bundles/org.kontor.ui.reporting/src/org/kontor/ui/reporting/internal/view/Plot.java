package org.kontor.ui.reporting.internal.view;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.kontor.api.report.Chart;
import org.kontor.api.report.Point;
import org.kontor.api.report.Report;
import org.kontor.api.report.ReportWords;
import org.kontor.ui.common.widget.Drawn;

/**
 * A chart that is drawn. One of its numbers is the current one: the pointer or the arrow keys choose it, its value is said
 * and shown, a click or Enter opens what is behind it.
 */
abstract class Plot extends Drawn {
    private final Desk desk;
    private final ReportWords words;
    private final Consumer<Point> open;
    private List<Chart.Series> series = List.of();
    private String title = "";
    private Function<Point, String> group = point -> "";
    private int row;
    private int column;
    private boolean touched;

    Plot(Composite parent, Desk desk, ReportWords words, Consumer<Point> open) {
        super(parent, desk.look(), true);
        this.desk = desk;
        this.words = words;
        this.open = open;
        onActivate(this::openCurrent);
        addListener(SWT.MouseMove, this::follow);
        addListener(SWT.MouseExit, e -> touch(isFocusControl()));
        addListener(SWT.MouseDown, this::follow);
        addListener(SWT.FocusIn, e -> touch(true));
        addListener(SWT.FocusOut, e -> touch(false));
        addListener(SWT.KeyDown, this::key);
        addListener(SWT.Traverse, e -> {
            if (e.detail == SWT.TRAVERSE_ARROW_NEXT || e.detail == SWT.TRAVERSE_ARROW_PREVIOUS) {
                e.doit = false;
            }
        });
    }

    /** Shows series of a report. */
    final void show(Report report, Chart.Kind kind, List<Chart.Series> shown) {
        series = shown;
        title = words.title(kind);
        group = point -> words.key(report, point.key());
        row = Math.clamp(row, 0, Math.max(0, rows() - 1));
        column = Math.clamp(column, 0, Math.max(0, columns() - 1));
        changed();
        say();
        redraw();
    }

    /** Called after other series are there. */
    void changed() {}

    /** Called after another number became the current one. */
    void touched() {}

    /** Where the number in a row and column of the chart is drawn. */
    abstract Rectangle place(int atRow, int atColumn, Rectangle area);

    /** How many rows the arrow keys find. */
    abstract int rows();

    /** How many columns the arrow keys find. */
    abstract int columns();

    /** The number there. */
    abstract Point point(int atRow, int atColumn);

    final List<Chart.Series> series() {
        return series;
    }

    final Desk desk() {
        return desk;
    }

    final ReportWords words() {
        return words;
    }

    final String group(Point point) {
        return group.apply(point);
    }

    /** Whether the number there is the current one and to be shown so. */
    final boolean current(int atRow, int atColumn) {
        return touched && atRow == row && atColumn == column;
    }

    /** What the current number says. */
    final String hint() {
        return rows() == 0 || columns() == 0 || !touched ? "" : said(point(row, column));
    }

    private String said(Point point) {
        return desk.text("chart.hint", group(point), words.name(point.metric()), words.value(point.value()));
    }

    @Override
    protected int role() {
        return ACC.ROLE_GRAPHIC;
    }

    private void openCurrent() {
        if (rows() > 0 && columns() > 0) {
            open.accept(point(row, column));
        }
    }

    private void follow(Event event) {
        // Events posted by a program have no coordinates on GTK; the pointer itself has.
        var pointer = toControl(getDisplay().getCursorLocation());
        Rectangle area = getClientArea();
        for (int r = 0; r < rows(); r++) {
            for (int c = 0; c < columns(); c++) {
                if (place(r, c, area).contains(pointer)) {
                    move(r, c);
                    return;
                }
            }
        }
    }

    private void key(Event event) {
        switch (event.keyCode) {
            case SWT.ARROW_LEFT -> move(row, column - 1);
            case SWT.ARROW_RIGHT -> move(row, column + 1);
            case SWT.ARROW_UP -> move(row - 1, column);
            case SWT.ARROW_DOWN -> move(row + 1, column);
            case SWT.HOME -> move(row, 0);
            case SWT.END -> move(row, columns() - 1);
            default -> {
                // Other keys belong to others.
            }
        }
    }

    private void move(int toRow, int toColumn) {
        if (rows() == 0 || columns() == 0) {
            return;
        }
        row = Math.clamp(toRow, 0, rows() - 1);
        column = Math.clamp(toColumn, 0, columns() - 1);
        touch(true);
    }

    private void touch(boolean now) {
        touched = now;
        touched();
        say();
        redraw();
    }

    private void say() {
        String name = desk.text("chart.name", title);
        speak(rows() == 0 || columns() == 0 ? name : name + " " + said(point(row, column)));
    }
}
