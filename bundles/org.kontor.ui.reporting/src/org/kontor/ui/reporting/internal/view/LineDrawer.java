package org.kontor.ui.reporting.internal.view;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ISeries;
import org.kontor.api.report.Point;
import org.kontor.api.report.Value;

/** A line for each run of keys of which something can be said: where nothing can, there is a gap, not a fall to nothing. */
final class LineDrawer implements Drawer {
    private static final int FEW = 45;

    @Override
    public void draw(Chart chart, org.kontor.api.report.Chart.Series series, String id, Color ink) {
        List<Point> points = series.points();
        int from = 0;
        for (int i = 0; i <= points.size(); i++) {
            boolean gap = i == points.size() || points.get(i).value() instanceof Value.None;
            if (gap) {
                if (i > from) {
                    run(chart, points, from, i, id, ink);
                }
                from = i + 1;
            }
        }
    }

    private void run(Chart chart, List<Point> points, int from, int to, String id, Color ink) {
        double[] x = new double[to - from];
        double[] y = new double[to - from];
        for (int i = from; i < to; i++) {
            x[i - from] = i;
            y[i - from] = points.get(i).value().size();
        }
        ISeries<?> line = chart.getSeriesSet().createSeries(ISeries.SeriesType.LINE, id + "-" + from);
        line.setXSeries(x);
        line.setYSeries(y);
        if (line instanceof ILineSeries<?> drawn) {
            drawn.setLineWidth(2);
            drawn.setAntialias(SWT.ON);
            drawn.setSymbolSize(2);
            drawn.setSymbolType(
                    points.size() <= FEW ? ILineSeries.PlotSymbolType.CIRCLE : ILineSeries.PlotSymbolType.NONE);
        }
        dress(line, ink);
    }

    @Override
    public void dress(ISeries<?> drawn, Color ink) {
        if (drawn instanceof ILineSeries<?> line) {
            line.setLineColor(ink);
            line.setSymbolColor(ink);
        }
    }
}
