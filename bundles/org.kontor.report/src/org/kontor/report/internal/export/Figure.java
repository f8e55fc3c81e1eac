package org.kontor.report.internal.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kontor.api.ledger.LedgerOutcome;
import org.kontor.api.report.Chart;
import org.kontor.api.report.ContributedSection;
import org.kontor.api.report.Point;
import org.kontor.api.report.Report;
import org.kontor.api.report.SectionModel;
import org.kontor.api.report.Value;
import org.kontor.report.internal.word.Words;

/** One number of a report with the words around it, as every export lists them. */
record Figure(String section, String group, String metric, Value value) {
    /** All numbers of a report, in the order in which it is read. */
    static List<Figure> of(Report report, Words words) {
        List<Figure> all = new ArrayList<>();
        report.tiles().forEach(p -> all.add(figure(report, words, words.text("chart.tiles"), p)));
        String comparison = words.text("chart.before");
        for (int i = 0; i < report.tiles().size(); i++) {
            Point tile = report.tiles().get(i);
            all.add(figure(
                    report,
                    words,
                    comparison,
                    new Point(tile.metric(), tile.key(), report.before().get(i))));
        }
        String balance = words.text("chart.balance");
        report.balance().forEach(p -> all.add(figure(report, words, balance, p)));
        String events = words.text("chart.events");
        String whole = words.text("key.whole");
        long escalated = report.inquiries().escalated();
        all.add(new Figure(balance, whole, words.text("balance.escalated"), new Value.Count(escalated)));
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
        report.sections().forEach(section -> contributed(all, section, words));
        return all;
    }

    private static void contributed(List<Figure> all, ContributedSection section, Words words) {
        switch (section) {
            case ContributedSection.Shown shown -> {
                SectionModel model = shown.model();
                for (SectionModel.Row row : model.rows()) {
                    for (int i = 0; i < model.columns().size(); i++) {
                        all.add(new Figure(
                                model.title(),
                                row.label(),
                                model.columns().get(i),
                                row.values().get(i)));
                    }
                }
            }
            case ContributedSection.Missing missing ->
                all.add(new Figure(missing.id(), "", words.missing(missing), new Value.None()));
        }
    }

    private static Figure figure(Report report, Words words, String section, Point point) {
        return new Figure(section, words.key(report, point.key()), words.name(point.metric()), point.value());
    }
}
