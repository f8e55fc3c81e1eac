package org.kontor.ui.reporting.internal.view;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.kontor.api.report.Benchmark;
import org.kontor.api.report.Chart;
import org.kontor.api.report.Metric;
import org.kontor.api.report.Point;
import org.kontor.api.report.Report;
import org.kontor.api.report.ReportWords;
import org.kontor.ui.common.access.Names;
import org.kontor.ui.common.look.Css;
import org.kontor.ui.common.widget.Card;
import org.kontor.ui.common.widget.Texts;

/** A chart with its title; a table stands in its place when the user wants one. */
final class ChartCard extends Card {
    private final Chart.Kind kind;
    private final Composite stack;
    private final StackLayout layers = new StackLayout();
    private final Plot plot;
    private final ChartTable table;

    ChartCard(Composite parent, Desk desk, ReportWords words, Chart.Kind kind, Consumer<Point> open) {
        super(parent, desk.look(), words.title(kind));
        this.kind = kind;
        stack = Css.set(new Composite(this, SWT.NONE), Css.SURFACE);
        stack.setLayout(layers);
        plot = switch (kind) {
            case HOURS_OF_WEEK -> new HeatMap(stack, desk, words, open);
            case SHARE_PER_DAY -> new SeriesChart(stack, desk, words, true, words.benchmarks(), open);
            case PER_DAY, OPEN_BY_AGE, BY_BRAND, BY_CHANNEL ->
                new SeriesChart(stack, desk, words, false, words.benchmarks(), open);
        };
        Names.id(plot, "chart." + kind);
        table = new ChartTable(stack, desk, words, open);
        // A table of many rows scrolls in the place of its chart.
        int height = plot.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
        GridDataFactory.fillDefaults()
                .grab(true, true)
                .hint(SWT.DEFAULT, height)
                .applyTo(stack);
        layers.topControl = plot;
        if (kind == Chart.Kind.SHARE_PER_DAY) {
            sources(desk, words.benchmarks());
        }
    }

    private void sources(Desk desk, List<Benchmark> benchmarks) {
        for (Benchmark benchmark : benchmarks) {
            String words = "- - " + desk.text("legend.benchmark", benchmark.text(), benchmark.source());
            Css.set(Texts.body(this, desk.look(), words), Css.QUIET, Css.SURFACE);
        }
    }

    void show(Report report, Chart chart, boolean asTable) {
        // Where shares and times stand side by side, the chart shows the share; the table shows all.
        List<Chart.Series> drawn = chart.series().getFirst().metric() == Metric.ANSWERED_SHARE
                ? chart.series().subList(0, 1)
                : chart.series();
        plot.show(report, kind, drawn);
        table.show(report, chart);
        layers.topControl = asTable ? table : plot;
        stack.layout();
    }
}
