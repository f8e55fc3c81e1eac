package org.kontor.ui.reporting.internal.view;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.ICustomPaintListener;
import org.eclipse.swtchart.ISeries;
import org.eclipse.swtchart.LineStyle;
import org.eclipse.swtchart.Range;
import org.jspecify.annotations.Nullable;
import org.kontor.api.report.Benchmark;
import org.kontor.api.report.Metric;
import org.kontor.api.report.Point;
import org.kontor.api.report.ReportWords;
import org.kontor.api.report.Value;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.look.Grid;
import org.kontor.ui.common.look.TypeStyle;

/**
 * Lines or columns over keys, drawn by SWTChart, with the figures of studies across. What SWTChart does not have comes from
 * {@link Plot}: a current number for pointer and keyboard, its words for screen readers, what opens.
 */
final class SeriesChart extends Plot {
    private static final int HEIGHT = 210;
    private static final int LEGEND = 20;
    private static final int STEPS = 4;
    private static final int STEP = 30;
    private static final int DAYS = 90;
    private static final int AXIS = 60;
    /** So that the label of the highest line is not cut. */
    private static final double HEADROOM = 1.08;

    private static final Token[] INKS = {Token.ACCENT, Token.TEXT_QUIET};

    private final Chart chart;
    private final boolean line;
    private final Drawer drawer;
    private final List<Benchmark> studies;

    /** @param line whether days are joined to a line; columns else */
    SeriesChart(
            Composite parent,
            Desk desk,
            ReportWords words,
            boolean line,
            List<Benchmark> studies,
            Consumer<Point> open) {
        super(parent, desk, words, open);
        this.studies = studies;
        this.line = line;
        drawer = line ? new LineDrawer() : new ColumnDrawer();
        chart = new Chart(this, SWT.NONE);
        quiet(chart);
        chart.getTitle().setVisible(false);
        chart.getLegend().setVisible(false);
        for (IAxis axis : chart.getAxisSet().getAxes()) {
            axis.getTitle().setVisible(false);
            axis.setDrawAxisLine(false);
        }
        horizontal().getGrid().setStyle(LineStyle.NONE);
        vertical().getGrid().setStyle(LineStyle.SOLID);
        chart.getPlotArea().addCustomPaintListener(new Behind());
        chart.getPlotArea().addCustomPaintListener(new Across());
        Control field = chart.getPlotArea().getControl();
        quiet(field);
        forward(field);
        forward(chart);
        addListener(SWT.Resize, e -> place());
        look().onChange(this, this::dress);
    }

    /** Its colours are set here: they are those of a chart, not of a composite. */
    private static void quiet(Control control) {
        Css.set(control, Css.SURFACE);
        control.setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE);
    }

    /** What the pointer does on the chart, it does on this. */
    private void forward(Control from) {
        for (int type : new int[] {SWT.MouseMove, SWT.MouseDown, SWT.MouseUp, SWT.MouseEnter, SWT.MouseExit}) {
            from.addListener(type, e -> {
                org.eclipse.swt.graphics.Point at = toControl(from.toDisplay(e.x, e.y));
                Event same = new Event();
                same.button = e.button;
                same.x = at.x;
                same.y = at.y;
                same.stateMask = e.stateMask;
                notifyListeners(type, same);
            });
        }
    }

    private IAxis horizontal() {
        return chart.getAxisSet().getXAxes()[0];
    }

    private IAxis vertical() {
        return chart.getAxisSet().getYAxes()[0];
    }

    private void place() {
        Rectangle area = getClientArea();
        chart.setBounds(0, LEGEND, area.width, Math.max(1, area.height - LEGEND));
        keys();
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
        return new org.eclipse.swt.graphics.Point(wHint == SWT.DEFAULT ? 260 : wHint, HEIGHT);
    }

    @Override
    void changed() {
        chart.suspendUpdate(true);
        for (ISeries<?> old : chart.getSeriesSet().getSeries()) {
            chart.getSeriesSet().deleteSeries(old.getId());
        }
        if (columns() > 0) {
            keys();
            for (int r = 0; r < rows(); r++) {
                drawer.draw(chart, series().get(r), "s" + r, look().color(INKS[r % INKS.length]));
            }
            vertical().setRange(new Range(0, top() * HEADROOM));
            vertical().getTick().setTickMarkStepHint(STEP);
            vertical().getTick().setFormat(new AxisLabels(this::label));
        }
        dress();
        chart.suspendUpdate(false);
        chart.redraw();
    }

    /**
     * Says below the field what each column is. SWTChart would write the names of columns over each other, so those that have
     * no room are left empty; days of a line are numbers to it, since it takes lines over names from the first name on.
     */
    private void keys() {
        int count = columns();
        if (count == 0) {
            return;
        }
        horizontal().enableCategory(!line);
        if (line) {
            horizontal().setRange(new Range(-0.5, count - 0.5));
            horizontal().getTick().setTickMarkStepHint(DAYS);
            horizontal().getTick().setFormat(new AxisLabels(this::key));
            return;
        }
        String[] names = new String[count];
        int step = step(count);
        for (int c = 0; c < count; c++) {
            // A name is as wide as the step and stands in its middle: near the end half of it would be cut off.
            boolean room = step == 1 || count - c > step / 2;
            names[c] = c % step == 0 && room ? group(point(0, c)) : "";
        }
        horizontal().setCategorySeries(names);
        horizontal().setRange(new Range(0, count - 1));
    }

    private String key(double at) {
        int index = (int) Math.rint(at);
        return at == index && index >= 0 && index < columns() ? group(point(0, index)) : "";
    }

    /** Every how many columns have room for their name. */
    private int step(int count) {
        GC gc = new GC(this);
        try {
            gc.setFont(look().font(TypeStyle.SMALL));
            int widest = 1;
            for (int c = 0; c < count; c++) {
                widest = Math.max(widest, gc.textExtent(group(point(0, c))).x + Grid.DOUBLE);
            }
            int width = Math.max(1, getClientArea().width - AXIS);
            return Math.max(1, (int) Math.ceil((double) widest * count / width));
        } finally {
            gc.dispose();
        }
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

    private String label(double at) {
        if (share()) {
            long hundredth = Math.clamp(Math.round(at * 100), 0, 100);
            return words().value(new Value.Share(hundredth, 100));
        }
        // Half an inquiry is none.
        return at == Math.rint(at) ? words().value(new Value.Count(Math.round(at))) : "";
    }

    private void dress() {
        chart.setBackground(look().color(Token.SURFACE));
        chart.getPlotArea().setBackground(look().color(Token.SURFACE));
        for (IAxis axis : chart.getAxisSet().getAxes()) {
            axis.getTick().setForeground(look().color(Token.TEXT_QUIET));
            axis.getTick().setFont(look().font(TypeStyle.SMALL));
            axis.getGrid().setForeground(look().color(Token.LINE));
        }
        ISeries<?>[] drawn = chart.getSeriesSet().getSeries();
        for (ISeries<?> one : drawn) {
            int row = Integer.parseInt(one.getId().substring(1).split("-", 2)[0]);
            drawer.dress(one, look().color(INKS[row % INKS.length]));
        }
    }

    @Override
    void touched() {
        chart.getPlotArea().getControl().redraw();
    }

    @Override
    Rectangle place(int atRow, int atColumn, Rectangle area) {
        Control control = chart.getPlotArea().getControl();
        Rectangle field = control.getBounds();
        double slot = (double) field.width / Math.max(1, columns());
        double part = slot / Math.max(1, rows());
        int x = (int) Math.round(slot * atColumn + part * atRow);
        int right = (int) Math.round(slot * atColumn + part * (atRow + 1));
        return new Rectangle(field.x + x, LEGEND + field.y, Math.max(1, right - x), field.height);
    }

    @Override
    protected void draw(GC gc, Rectangle area) {
        gc.setFont(look().font(TypeStyle.SMALL));
        int text = gc.getFontMetrics().getHeight();
        String hint = hint();
        int x = Grid.HALF;
        if (!hint.isEmpty()) {
            gc.setForeground(look().color(Token.TEXT));
            gc.drawText(hint, x, 1, SWT.DRAW_TRANSPARENT);
        } else if (rows() > 1) {
            for (int r = 0; r < rows(); r++) {
                gc.setBackground(look().color(INKS[r % INKS.length]));
                gc.fillRectangle(x, text / 2 - 3, Grid.UNIT, Grid.UNIT);
                gc.setForeground(look().color(Token.TEXT_QUIET));
                String name = words().name(series().get(r).metric());
                gc.drawText(name, x + Grid.UNIT + Grid.HALF, 1, SWT.DRAW_TRANSPARENT);
                x += Grid.UNIT + Grid.HALF + gc.textExtent(name).x + Grid.DOUBLE;
            }
        }
        focusRing(gc, area);
    }

    /** The ground of the current number. */
    private final class Behind implements ICustomPaintListener {
        @Override
        public boolean drawBehindSeries() {
            return true;
        }

        @Override
        public void paintControl(@Nullable PaintEvent event) {
            if (event == null) {
                return;
            }
            int height = chart.getPlotArea().getSize().y;
            int left = chart.getPlotArea().getControl().getBounds().x;
            for (int r = 0; r < rows(); r++) {
                for (int c = 0; c < columns(); c++) {
                    if (current(r, c)) {
                        Rectangle place = place(r, c, getClientArea());
                        event.gc.setBackground(look().color(Token.SELECTED));
                        event.gc.fillRectangle(place.x - left, 0, place.width, height);
                    }
                }
            }
        }
    }

    /** The figures of studies. */
    private final class Across implements ICustomPaintListener {
        @Override
        public void paintControl(@Nullable PaintEvent event) {
            if (event == null || !share()) {
                return;
            }
            GC gc = event.gc;
            int width = chart.getPlotArea().getSize().x;
            gc.setFont(look().font(TypeStyle.SMALL));
            gc.setForeground(look().color(Token.OVER));
            for (Benchmark study : studies) {
                int y = vertical().getPixelCoordinate(study.value());
                gc.setLineDash(new int[] {4, 3});
                gc.drawLine(0, y, width, y);
                gc.setLineStyle(SWT.LINE_SOLID);
                String label = desk().text("study", label(study.value()));
                org.eclipse.swt.graphics.Point extent = gc.textExtent(label);
                // Columns may stand behind it.
                gc.setBackground(look().color(Token.SURFACE));
                gc.drawText(
                        label,
                        width - extent.x - Grid.HALF,
                        close(study, extent.y) ? y + 1 : y - extent.y - 1,
                        line ? SWT.DRAW_TRANSPARENT : SWT.NONE);
            }
        }

        /** Whether the line of another study leaves no room for words above this one. */
        private boolean close(Benchmark study, int room) {
            int y = vertical().getPixelCoordinate(study.value());
            return studies.stream()
                    .filter(other -> other.value() > study.value())
                    .anyMatch(other -> y - vertical().getPixelCoordinate(other.value()) <= room + 1);
        }
    }
}
