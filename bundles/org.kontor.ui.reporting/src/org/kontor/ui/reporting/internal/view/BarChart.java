package org.kontor.ui.reporting.internal.view;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.kontor.api.report.Benchmark;
import org.kontor.api.report.Metric;
import org.kontor.api.report.Point;
import org.kontor.api.report.ReportWords;
import org.kontor.api.report.Value;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.TypeStyle;

/** Columns side by side for each key, one for each series, with the figures of studies as lines across. */
final class BarChart extends Plot {
    private static final Token[] INKS = {Token.ACCENT, Token.TEXT_QUIET};
    private static final int HEIGHT = 210;
    private static final int AXIS = 52;
    private static final int WIDEST = 40;
    private static final int STEPS = 4;

    private final List<Benchmark> lines;

    /** @param lines drawn across; empty for none */
    BarChart(Composite parent, Desk desk, ReportWords words, List<Benchmark> lines, Consumer<Point> open) {
        super(parent, desk, words, open);
        this.lines = lines;
    }

    @Override
    int rows() {
        return series().size();
    }

    @Override
    int columns() {
        return series().isEmpty() ? 0 : series().getFirst().points().size();
    }

    @Override
    Point point(int atRow, int atColumn) {
        return series().get(atRow).points().get(atColumn);
    }

    @Override
    public org.eclipse.swt.graphics.Point computeSize(int wHint, int hHint, boolean changed) {
        return new org.eclipse.swt.graphics.Point(wHint == SWT.DEFAULT ? 360 : wHint, HEIGHT);
    }

    private int line(GC gc) {
        gc.setFont(look().font(TypeStyle.SMALL));
        return gc.getFontMetrics().getHeight();
    }

    /** The field that columns stand in; the legend is above, the keys are below. */
    private Rectangle field(Rectangle area) {
        int text = 18;
        return new Rectangle(
                AXIS,
                text + Grid.UNIT,
                Math.max(1, area.width - AXIS - Grid.UNIT),
                area.height - 2 * text - 2 * Grid.UNIT);
    }

    private double top() {
        double most = series().stream()
                .flatMap(s -> s.points().stream())
                .mapToDouble(p -> p.value().size())
                .max()
                .orElse(0);
        return share() ? 1 : Math.max(STEPS, Math.ceil(most / STEPS) * STEPS);
    }

    private boolean share() {
        return !series().isEmpty() && series().getFirst().metric() == Metric.ANSWERED_SHARE;
    }

    @Override
    Rectangle place(int atRow, int atColumn, Rectangle area) {
        Rectangle bar = bar(atRow, atColumn, area);
        Rectangle field = field(area);
        return new Rectangle(bar.x, field.y, bar.width, field.height);
    }

    private Rectangle bar(int atRow, int atColumn, Rectangle area) {
        Rectangle field = field(area);
        double slot = (double) field.width / Math.max(1, columns());
        double width = Math.min(WIDEST, slot * 0.8 / Math.max(1, rows()));
        double left = field.x + slot * atColumn + (slot - width * rows()) / 2 + width * atRow;
        int x = (int) Math.round(left);
        int right = (int) Math.round(left + width);
        int height =
                (int) Math.round(field.height * point(atRow, atColumn).value().size() / top());
        return new Rectangle(x, field.y + field.height - height, Math.max(1, right - x), height);
    }

    @Override
    protected void draw(GC gc, Rectangle area) {
        if (columns() == 0) {
            return;
        }
        axis(gc, area);
        for (int r = 0; r < rows(); r++) {
            for (int c = 0; c < columns(); c++) {
                if (current(r, c)) {
                    gc.setBackground(look().color(Token.SELECTED));
                    gc.fillRectangle(place(r, c, area));
                }
                gc.setBackground(look().color(INKS[r % INKS.length]));
                gc.fillRectangle(bar(r, c, area));
            }
        }
        benchmarks(gc, area);
        keys(gc, area);
        legend(gc, area);
        focusRing(gc, area);
    }

    private void axis(GC gc, Rectangle area) {
        Rectangle field = field(area);
        int text = line(gc);
        for (int step = 0; step <= STEPS; step++) {
            int y = field.y + field.height - field.height * step / STEPS;
            gc.setForeground(look().color(Token.LINE));
            gc.drawLine(field.x, y, field.x + field.width, y);
            gc.setForeground(look().color(Token.TEXT_QUIET));
            double at = top() * step / STEPS;
            String label = words().value(share() ? new Value.Share(step, STEPS) : new Value.Count(Math.round(at)));
            gc.drawText(label, field.x - Grid.HALF - gc.textExtent(label).x, y - text / 2, SWT.DRAW_TRANSPARENT);
        }
    }

    private void benchmarks(GC gc, Rectangle area) {
        Rectangle field = field(area);
        for (Benchmark benchmark : share() ? lines : List.<Benchmark>of()) {
            int y = field.y + field.height - (int) Math.round(field.height * benchmark.value());
            gc.setForeground(look().color(Token.TEXT));
            gc.setLineStyle(SWT.LINE_DASH);
            gc.drawLine(field.x, y, field.x + field.width, y);
            gc.setLineStyle(SWT.LINE_SOLID);
        }
    }

    private void keys(GC gc, Rectangle area) {
        Rectangle field = field(area);
        line(gc);
        gc.setForeground(look().color(Token.TEXT_QUIET));
        int slot = Math.max(1, field.width / columns());
        int free = field.x;
        for (int c = 0; c < columns(); c++) {
            String label = group(point(0, c));
            int width = gc.textExtent(label).x;
            int x = field.x + field.width * c / columns() + (slot - width) / 2;
            // A label that would run into the one before it, or out of the chart, is left out.
            if (x >= free && x + width <= area.width) {
                gc.drawText(label, x, field.y + field.height + Grid.HALF, SWT.DRAW_TRANSPARENT);
                free = x + width + Grid.UNIT;
            }
        }
    }

    private void legend(GC gc, Rectangle area) {
        int text = line(gc);
        int x = Grid.UNIT;
        String hint = hint();
        if (!hint.isEmpty()) {
            gc.setForeground(look().color(Token.TEXT));
            gc.drawText(hint, x, 0, SWT.DRAW_TRANSPARENT);
            return;
        }
        for (int r = 0; r < rows(); r++) {
            gc.setBackground(look().color(INKS[r % INKS.length]));
            gc.fillRectangle(x, text / 2 - 4, Grid.UNIT, Grid.UNIT);
            gc.setForeground(look().color(Token.TEXT_QUIET));
            String name = words().name(series().get(r).metric());
            gc.drawText(name, x + Grid.UNIT + Grid.HALF, 0, SWT.DRAW_TRANSPARENT);
            x += Grid.UNIT + Grid.HALF + gc.textExtent(name).x + Grid.DOUBLE;
        }
    }
}
