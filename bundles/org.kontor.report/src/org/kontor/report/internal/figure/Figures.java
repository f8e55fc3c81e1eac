package org.kontor.report.internal.figure;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.kontor.api.account.ChannelType;
import org.kontor.api.conversation.InquiryOutcome;
import org.kontor.api.id.BrandId;
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
import org.kontor.api.store.InquiryCount;
import org.kontor.api.store.InquirySelection;
import org.kontor.api.store.ReadRows;
import org.kontor.api.store.ResponseTimes;

/** Puts a report together from what the store counts, within one view of it. */
public final class Figures {
    private final ReadRows rows;
    private final ReportQuery query;
    private final Instant asOf;
    private final Ground ground;
    /** Of the range, by begin. */
    private final Sums begun;
    /** Of the range, by end: answered ones only. */
    private final Sums answers;

    private final Map<Key, ResponseTimes> times = new HashMap<>();

    private Figures(ReadRows rows, ReportQuery query, Instant asOf) {
        this.rows = rows;
        this.query = query;
        this.asOf = asOf;
        ground = Ground.of(rows, query);
        begun = sums(Metric.BEGUN);
        answers = sums(Metric.ANSWERS);
        List<InquirySelection> answered = Selections.of(ground, Metric.ANSWERED, Sums.WHOLE, asOf);
        times(answered, ResponseTimes.By.NOTHING, group -> Sums.WHOLE);
        times(answered, ResponseTimes.By.BRAND, group -> new Key.OfBrand(new BrandId(Long.parseLong(group))));
        times(answered, ResponseTimes.By.CHANNEL, group -> new Key.OfChannel(new ChannelType(group)));
    }

    /** Computes the report. */
    public static Report report(ReadRows rows, ReportQuery query, Instant asOf) {
        return new Figures(rows, query, asOf).report();
    }

    private Report report() {
        List<Point> ages = Arrays.stream(AgeBand.values()).map(this::openOfAge).toList();
        long open = ages.stream().mapToLong(p -> Math.round(p.value().size())).sum();
        List<Point> tiles = List.of(
                point(Metric.ANSWERED_SHARE, Sums.WHOLE),
                point(Metric.BEGUN, Sums.WHOLE),
                point(Metric.ANSWERS, Sums.WHOLE),
                point(Metric.RESPONSE_P50, Sums.WHOLE),
                point(Metric.RESPONSE_P90, Sums.WHOLE),
                new Point(Metric.OPEN_NOW, Sums.WHOLE, new Value.Count(open)));
        List<Point> balance = List.of(
                point(Metric.ANSWERED, Sums.WHOLE),
                point(Metric.IGNORED, Sums.WHOLE),
                point(Metric.MERGED, Sums.WHOLE),
                point(Metric.DELETED, Sums.WHOLE),
                point(Metric.OPEN, Sums.WHOLE));
        return new Report(query, asOf, ground.brands(), tiles, balance, charts(ages), events(), inquiries(balance));
    }

    private List<Chart> charts(List<Point> ages) {
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
        Metric[] compared = {Metric.ANSWERED_SHARE, Metric.BEGUN, Metric.OPEN, Metric.RESPONSE_P50, Metric.RESPONSE_P90
        };
        return List.of(
                chart(Chart.Kind.PER_DAY, days, Metric.BEGUN, Metric.ANSWERS),
                new Chart(Chart.Kind.OPEN_BY_AGE, List.of(new Chart.Series(Metric.OPEN_NOW, ages))),
                chart(Chart.Kind.BY_BRAND, brands, compared),
                chart(Chart.Kind.BY_CHANNEL, channels, compared),
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
        Value value = switch (metric) {
            case ANSWERED_SHARE -> begun.answeredShare(key);
            case ANSWERS -> answers.count(key, Selections.ANSWERED);
            case RESPONSE_P50 -> wait(key, ResponseTimes::p50);
            case RESPONSE_P90 -> wait(key, ResponseTimes::p90);
            default -> begun.count(key, Selections.outcomes(metric));
        };
        return new Point(metric, key, value);
    }

    private Value wait(Key key, Function<ResponseTimes, Duration> part) {
        ResponseTimes found = times.get(key);
        return found == null ? new Value.None() : new Value.Wait(part.apply(found));
    }

    private Point openOfAge(AgeBand band) {
        long open = Selections.age(ground, band, asOf).stream()
                .flatMap(s -> rows.inquiryCounts(s).stream())
                .mapToLong(InquiryCount::count)
                .sum();
        return new Point(Metric.OPEN_NOW, new Key.OfAge(band), new Value.Count(open));
    }

    private Sums sums(Metric metric) {
        return new Sums(
                ground,
                Selections.of(ground, metric, Sums.WHOLE, asOf).stream()
                        .flatMap(s -> rows.inquiryCounts(s).stream())
                        .toList());
    }

    private void times(List<InquirySelection> answered, ResponseTimes.By by, Function<String, Key> key) {
        rows.responseTimes(answered, by).forEach(t -> times.put(key.apply(t.group()), t));
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
                begun.of(Sums.WHOLE, Set.<InquiryOutcome>of()),
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
