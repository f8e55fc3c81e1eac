package org.kontor.report.internal.figure;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.kontor.api.ledger.EventBalance;
import org.kontor.api.ledger.InquiryBalance;
import org.kontor.api.ledger.LedgerOutcome;
import org.kontor.api.report.AgeBand;
import org.kontor.api.report.Chart;
import org.kontor.api.report.Key;
import org.kontor.api.report.Metric;
import org.kontor.api.report.Point;
import org.kontor.api.report.Report;
import org.kontor.api.report.ReportQuery;
import org.kontor.api.report.Value;
import org.kontor.api.store.ReadRows;

/** Puts a report together from what the store counts, within one view of it. */
public final class Figures {
    private static final List<Metric> TILES = List.of(
            Metric.ANSWERED_SHARE,
            Metric.RESPONSE_P50,
            Metric.RESPONSE_P90,
            Metric.CLOCKS_HELD,
            Metric.BEGUN,
            Metric.ANSWERS,
            Metric.OPEN_NOW);
    private static final List<Metric> BALANCE =
            List.of(Metric.ANSWERED, Metric.IGNORED, Metric.MERGED, Metric.DELETED, Metric.OPEN);
    private static final Metric[] COMPARED = {
        Metric.ANSWERED_SHARE, Metric.BEGUN, Metric.OPEN, Metric.RESPONSE_P50, Metric.RESPONSE_P90, Metric.CLOCKS_HELD
    };

    private final ReadRows rows;
    private final ReportQuery query;
    private final Instant asOf;
    private final Ground ground;
    private final Measures now;
    private final Measures before;

    private Figures(ReadRows rows, ReportQuery query, Instant asOf) {
        this.rows = rows;
        this.query = query;
        this.asOf = asOf;
        ground = Ground.of(rows, query);
        now = new Measures(rows, ground, asOf);
        before = new Measures(rows, ground.in(query.range().before()), asOf);
    }

    /** Computes the report. */
    public static Report report(ReadRows rows, ReportQuery query, Instant asOf) {
        return new Figures(rows, query, asOf).report();
    }

    private Report report() {
        List<Point> tiles = TILES.stream().map(m -> point(m, Sums.WHOLE)).toList();
        List<Point> balance = BALANCE.stream().map(m -> point(m, Sums.WHOLE)).toList();
        return new Report(
                query,
                asOf,
                ground.brands(),
                tiles,
                TILES.stream().map(this::before).toList(),
                balance,
                charts(),
                events(),
                inquiries(balance),
                List.of());
    }

    /** What is open now has no before: how it stood then is not kept. */
    private Value before(Metric metric) {
        return metric == Metric.OPEN_NOW ? new Value.None() : before.value(metric, Sums.WHOLE);
    }

    private List<Chart> charts() {
        List<Key> days = new ArrayList<>();
        for (LocalDate day : query.range().days()) {
            days.add(new Key.OfDay(day));
        }
        List<Key> hours = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            for (int hour = 0; hour < 24; hour++) {
                hours.add(new Key.OfHour(day, hour));
            }
        }
        List<Key> brands = new ArrayList<>();
        ground.brands().forEach(b -> brands.add(new Key.OfBrand(b.id())));
        List<Key> channels = new ArrayList<>();
        ground.channels().forEach(c -> channels.add(new Key.OfChannel(c)));
        List<Point> ages = Arrays.stream(AgeBand.values())
                .map(band -> new Point(Metric.OPEN_NOW, new Key.OfAge(band), now.open(band)))
                .toList();
        return List.of(
                chart(Chart.Kind.SHARE_PER_DAY, days, Metric.ANSWERED_SHARE),
                chart(Chart.Kind.PER_DAY, days, Metric.BEGUN, Metric.ANSWERS),
                new Chart(Chart.Kind.OPEN_BY_AGE, List.of(new Chart.Series(Metric.OPEN_NOW, ages))),
                chart(Chart.Kind.BY_BRAND, brands, COMPARED),
                chart(Chart.Kind.BY_CHANNEL, channels, COMPARED),
                chart(Chart.Kind.HOURS_OF_WEEK, hours, Metric.BEGUN));
    }

    private Chart chart(Chart.Kind kind, List<Key> keys, Metric... metrics) {
        return new Chart(
                kind,
                Arrays.stream(metrics)
                        .map(metric -> new Chart.Series(
                                metric,
                                keys.stream().map(key -> point(metric, key)).toList()))
                        .toList());
    }

    private Point point(Metric metric, Key key) {
        return new Point(metric, key, now.value(metric, key));
    }

    private EventBalance events() {
        if (ground.brands().isEmpty()) {
            Map<LedgerOutcome, Long> nothing = new EnumMap<>(LedgerOutcome.class);
            Arrays.stream(LedgerOutcome.values()).forEach(o -> nothing.put(o, 0L));
            return new EventBalance(0, nothing);
        }
        return rows.eventBalanceOf(
                ground.brandIds(),
                ground.only(),
                query.range().first(),
                query.range().last());
    }

    private InquiryBalance inquiries(List<Point> balance) {
        Map<Metric, Long> parts = new EnumMap<>(Metric.class);
        balance.forEach(p -> parts.put(p.metric(), Math.round(p.value().size())));
        return new InquiryBalance(
                now.begun(),
                parts.getOrDefault(Metric.ANSWERED, 0L),
                parts.getOrDefault(Metric.IGNORED, 0L),
                parts.getOrDefault(Metric.MERGED, 0L),
                parts.getOrDefault(Metric.DELETED, 0L),
                parts.getOrDefault(Metric.OPEN, 0L),
                Selections.of(ground, Metric.OPEN, Sums.WHOLE, asOf).stream()
                        .mapToLong(rows::escalatedCount)
                        .sum());
    }
}
