package org.kontor.ui.reporting.internal.view;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IBarSeries;
import org.eclipse.swtchart.ISeries;

/** A column for each key. */
final class ColumnDrawer implements Drawer {
    private static final int PADDING = 30;

    @Override
    public void draw(Chart chart, org.kontor.api.report.Chart.Series series, String id, Color ink) {
        ISeries<?> bars = chart.getSeriesSet().createSeries(ISeries.SeriesType.BAR, id);
        bars.setYSeries(
                series.points().stream().mapToDouble(p -> p.value().size()).toArray());
        dress(bars, ink);
    }

    @Override
    public void dress(ISeries<?> drawn, Color ink) {
        if (drawn instanceof IBarSeries<?> bars) {
            bars.setBarColor(ink);
            bars.setBarPadding(PADDING);
        }
    }
}
