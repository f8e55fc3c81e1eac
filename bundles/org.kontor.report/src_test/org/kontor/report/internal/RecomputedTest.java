package org.kontor.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.api.access.Scope;
import org.kontor.api.account.Account;
import org.kontor.api.account.Brand;
import org.kontor.api.account.ChannelType;
import org.kontor.api.conversation.Inquiry;
import org.kontor.api.conversation.InquiryEnd;
import org.kontor.api.conversation.Message;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.InquiryId;
import org.kontor.api.report.Behind;
import org.kontor.api.report.Chart;
import org.kontor.api.report.Key;
import org.kontor.api.report.Metric;
import org.kontor.api.report.Point;
import org.kontor.api.report.Report;
import org.kontor.api.report.ReportQuery;
import org.kontor.api.report.ReportRange;
import org.kontor.api.report.Value;

/** Every number of a report is the one that a plain loop over the messages and inquiries finds. */
class RecomputedTest {
    private static final Instant NOW = Instant.parse("2026-03-31T10:17:23Z");

    private int numbers;

    @Test
    void everyNumberIsThatOfAPlainLoopAndHasItsInquiriesBehindIt(@TempDir Path folder) {
        long seed = 20261124;
        Random random = new Random(seed);
        try (ReportHouse house = new ReportHouse(folder)) {
            house.fill(random, 500, Instant.parse("2025-10-20T00:00:00Z"), NOW);
            ReportService reports = new ReportService(house.store, InstantSource.fixed(NOW));
            for (int round = 0; round < 12; round++) {
                // The autumn change, the spring change in Europe, and some range between.
                LocalDate first = List.of(
                                LocalDate.of(2025, 10, 24),
                                LocalDate.of(2026, 3, 6),
                                LocalDate.of(2025, 11, 1).plusDays(random.nextInt(100)))
                        .get(round % 3);
                ReportRange range = new ReportRange(first, first.plusDays(1 + random.nextInt(25)));
                ReportQuery query = new ReportQuery(range, someBrands(house, random), someChannels(random));
                Scope scope = round % 4 == 3 ? house.scope(house.brands.getFirst()) : house.scope();
                compare(house, reports, scope, query, "seed " + seed + " round " + round);
            }
        }
        System.out.println("kontor: report numbers equal to a plain loop: " + numbers + ", seed " + seed);
    }

    private static Set<BrandId> someBrands(ReportHouse house, Random random) {
        return random.nextInt(3) > 0
                ? Set.of()
                : Set.of(house.brands.get(random.nextInt(3)).id(), new BrandId(1));
    }

    private static Set<ChannelType> someChannels(Random random) {
        return List.of(Set.<ChannelType>of(), Set.<ChannelType>of(), Set.of(ReportHouse.SKY))
                .get(random.nextInt(3));
    }

    private void compare(ReportHouse house, ReportService reports, Scope scope, ReportQuery query, String what) {
        Report report = reports.compute(scope, query);
        before(house, scope, report, what);
        List<Point> points = new ArrayList<>(report.tiles());
        points.addAll(report.balance());
        for (Chart chart : report.charts()) {
            chart.series().forEach(s -> points.addAll(s.points()));
        }
        for (Point point : points) {
            List<Inquiry> expected = expected(house, scope, query, point);
            assertThat(point.value())
                    .as("%s %s %s", what, query, point)
                    .isEqualTo(value(house, point.metric(), expected));
            numbers++;
        }
        Collections.shuffle(points, new Random(1));
        for (Point point : points.subList(0, 60)) {
            Behind behind = reports.behind(scope, report, point, 100_000);
            Set<InquiryId> ids = new HashSet<>();
            behind.items().forEach(i -> ids.add(i.inquiry().id()));
            assertThat(behind.complete()).isTrue();
            assertThat(ids)
                    .as("%s behind %s", what, point)
                    .hasSize(behind.items().size())
                    .containsExactlyInAnyOrderElementsOf(expected(house, scope, query, point).stream()
                            .map(Inquiry::id)
                            .toList());
        }
        assertThat(report.inquiries().holds()).isTrue();
        assertThat(report.events().holds()).isTrue();
        assertThat(report.events().seen()).isEqualTo(events(house, scope, query));
    }

    /** The same numbers, of the days before. */
    private void before(ReportHouse house, Scope scope, Report report, String what) {
        ReportRange range = report.query().range();
        long days = range.days().size();
        ReportQuery earlier = new ReportQuery(
                new ReportRange(range.first().minusDays(days), range.last().minusDays(days)),
                report.query().brands(),
                report.query().channels());
        for (int i = 0; i < report.tiles().size(); i++) {
            Point tile = report.tiles().get(i);
            Value expected = tile.metric() == Metric.OPEN_NOW
                    ? new Value.None()
                    : value(house, tile.metric(), expected(house, scope, earlier, tile));
            assertThat(report.before().get(i)).as("%s before %s", what, tile).isEqualTo(expected);
            numbers++;
        }
    }

    private static long events(ReportHouse house, Scope scope, ReportQuery query) {
        long seen = 0;
        for (Inquiry inquiry : house.inquiries) {
            Message first = message(house, inquiry);
            LocalDate day = first.seenAt().atZone(brand(house, inquiry).zone()).toLocalDate();
            boolean within = !day.isBefore(query.range().first())
                    && !day.isAfter(query.range().last());
            seen += within && concerns(house, scope, query, inquiry) ? 1 : 0;
        }
        return seen;
    }

    private static Message message(ReportHouse house, Inquiry inquiry) {
        return Objects.requireNonNull(house.messages.get(inquiry.first()));
    }

    private static Brand brand(ReportHouse house, Inquiry inquiry) {
        return house.brands.stream()
                .filter(b -> b.id().equals(inquiry.brand()))
                .findFirst()
                .orElseThrow();
    }

    private static boolean concerns(ReportHouse house, Scope scope, ReportQuery query, Inquiry inquiry) {
        Account account = house.accounts.stream()
                .filter(a -> a.id().equals(inquiry.account()))
                .findFirst()
                .orElseThrow();
        return scope.brands().contains(inquiry.brand())
                && (query.brands().isEmpty() || query.brands().contains(inquiry.brand()))
                && (query.channels().isEmpty() || query.channels().contains(account.channel()));
    }

    /** The inquiries that a number is about, found by looking at each. */
    private static List<Inquiry> expected(ReportHouse house, Scope scope, ReportQuery query, Point point) {
        List<Inquiry> found = new ArrayList<>();
        for (Inquiry inquiry : house.inquiries) {
            boolean answers = point.metric() == Metric.ANSWERS;
            Instant at =
                    answers ? answered(house, inquiry) : message(house, inquiry).publishedAt();
            ZonedDateTime local = at.atZone(brand(house, inquiry).zone());
            boolean within = point.metric() == Metric.OPEN_NOW
                    || !local.toLocalDate().isBefore(query.range().first())
                            && !local.toLocalDate().isAfter(query.range().last());
            if (within
                    && concerns(house, scope, query, inquiry)
                    && counts(house, point.metric(), inquiry)
                    && fits(house, point.key(), inquiry, local)) {
                found.add(inquiry);
            }
        }
        return found;
    }

    private static Instant answered(ReportHouse house, Inquiry inquiry) {
        return switch (inquiry.end()) {
            case InquiryEnd.Answered a ->
                Objects.requireNonNull(house.messages.get(a.answer())).publishedAt();
            case InquiryEnd.AnsweredElsewhere a -> a.at();
            case null, default -> Instant.parse("2999-01-01T00:00:00Z");
        };
    }

    private static boolean counts(ReportHouse house, Metric metric, Inquiry inquiry) {
        InquiryEnd end = inquiry.end();
        boolean answered = end instanceof InquiryEnd.Answered || end instanceof InquiryEnd.AnsweredElsewhere;
        return switch (metric) {
            case ANSWERED_SHARE -> answered || end == null;
            case BEGUN -> true;
            case ANSWERS, RESPONSE_P50, RESPONSE_P90, ANSWERED -> answered;
            case OPEN_NOW, OPEN -> end == null;
            case IGNORED -> end instanceof InquiryEnd.Ignored;
            case MERGED -> end instanceof InquiryEnd.Merged;
            case DELETED -> end instanceof InquiryEnd.Deleted;
            case CLOCKS_HELD -> {
                Instant due = house.dues.get(inquiry.id());
                yield due != null && (answered || end == null && !NOW.isBefore(due));
            }
        };
    }

    private static boolean kept(ReportHouse house, Inquiry inquiry) {
        return inquiry.end() != null
                && answered(house, inquiry).isBefore(Objects.requireNonNull(house.dues.get(inquiry.id())));
    }

    private static boolean fits(ReportHouse house, Key key, Inquiry inquiry, ZonedDateTime local) {
        Duration age = Duration.between(message(house, inquiry).publishedAt(), NOW);
        return switch (key) {
            case Key.Whole whole -> true;
            case Key.OfDay day -> local.toLocalDate().equals(day.day());
            case Key.OfBrand brand -> inquiry.brand().equals(brand.brand());
            case Key.OfChannel channel ->
                house.accounts.stream()
                        .anyMatch(a ->
                                a.id().equals(inquiry.account()) && a.channel().equals(channel.channel()));
            case Key.OfHour hour -> local.getDayOfWeek() == hour.day() && local.getHour() == hour.hour();
            case Key.OfAge band ->
                switch (band.band()) {
                    case UNDER_1_HOUR -> hours(age) < 1;
                    case UNDER_4_HOURS -> hours(age) >= 1 && hours(age) < 4;
                    case UNDER_1_DAY -> hours(age) >= 4 && hours(age) < 24;
                    case UNDER_3_DAYS -> hours(age) >= 24 && hours(age) < 72;
                    case UNDER_7_DAYS -> hours(age) >= 72 && hours(age) < 168;
                    case OLDER -> hours(age) >= 168;
                };
        };
    }

    private static double hours(Duration age) {
        return age.toMillis() / 3_600_000.0;
    }

    private static Value value(ReportHouse house, Metric metric, List<Inquiry> inquiries) {
        return switch (metric) {
            case ANSWERED_SHARE -> {
                long answered = inquiries.stream().filter(i -> i.end() != null).count();
                yield inquiries.isEmpty() ? new Value.None() : new Value.Share(answered, inquiries.size());
            }
            case CLOCKS_HELD -> {
                long kept = inquiries.stream().filter(i -> kept(house, i)).count();
                yield inquiries.isEmpty() ? new Value.None() : new Value.Share(kept, inquiries.size());
            }
            case RESPONSE_P50 -> percentile(house, inquiries, 50);
            case RESPONSE_P90 -> percentile(house, inquiries, 90);
            default -> new Value.Count(inquiries.size());
        };
    }

    private static Value percentile(ReportHouse house, List<Inquiry> inquiries, int percent) {
        List<Duration> waits = new ArrayList<>();
        for (Inquiry inquiry : inquiries) {
            waits.add(Duration.between(message(house, inquiry).publishedAt(), answered(house, inquiry)));
        }
        Collections.sort(waits);
        return waits.isEmpty()
                ? new Value.None()
                : new Value.Wait(waits.get((int) Math.ceil(percent / 100.0 * waits.size()) - 1));
    }
}
