package org.kontor.report.internal.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kontor.api.ledger.LedgerOutcome;
import org.kontor.api.report.Chart;
import org.kontor.api.report.Point;
import org.kontor.api.report.Report;
import org.kontor.api.report.Value;
import org.kontor.report.internal.word.Words;

/** One number of a report with the words around it, as every export lists them. */
record Figure(String section, String group, String metric, Value value) {
    /** All numbers of a report, in the order in which it is read. */
    static List<Figure> of(Report report, Words words) {
        List<Figure> all = new ArrayList<>();
        report.tiles().forEach(p -> all.add(figure(report, words, words.text("chart.tiles"), p)));
        String balance = words.text("chart.balance");
        report.balance().forEach(p -> all.add(figure(report, words, balance, p)));
        String events = words.text("chart.events");
        String whole = words.text("key.whole");
        long seen = report.events().seen();
        all.add(new Figure(events, whole, words.text("event.seen"), new Value.Count(seen)));
        Map<LedgerOutcome, Long> outcomes = new TreeMap<>(report.events().outcomes());
        outcomes.forEach((outcome, count) ->
                all.add(new Figure(events, whole, words.text("event." + outcome), new Value.Count(count))));
        for (Chart chart : report.charts()) {
            for (Chart.Series series : chart.series()) {
                series.points().forEach(p -> all.add(figure(report, words, words.title(chart.kind()), p)));
            }
        }
        return all;
    }

    private static Figure figure(Report report, Words words, String section, Point point) {
        return new Figure(section, words.key(report, point.key()), words.name(point.metric()), point.value());
    }
}
