package org.kontor.store.internal.rows;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kontor.api.access.Right;
import org.kontor.api.account.Brand;
import org.kontor.api.conversation.IgnoreReason;
import org.kontor.api.id.AccountId;
import org.kontor.api.id.BrandId;
import org.kontor.api.ledger.BalanceDifference;
import org.kontor.api.ledger.EventNumber;
import org.kontor.api.store.ReadRows.Span;
import org.kontor.store.internal.sql.Row;

/** Counts the rows of ledger and inquiries, and holds them against the numbers that are kept. */
final class BalanceRows {
    private static final EventNumber[] NUMBERS = EventNumber.values();
    private static final String COLUMNS =
            Arrays.stream(NUMBERS).map(BalanceRows::column).collect(Collectors.joining(", "));
    private static final String KEPT =
            "SELECT account_id, day, " + COLUMNS + " FROM ledger_day WHERE brand_id = ? AND day BETWEEN ? AND ?";
    private static final String COUNTED = """
        SELECT account_id, seen_day, outcome, origin, count(*) FROM ledger
        WHERE brand_id = ? AND seen_day BETWEEN ? AND ? GROUP BY account_id, seen_day, outcome, origin\
        """;
    private static final String REPEATS = """
        SELECT account_id, sum(repeats) + sum(CASE WHEN outcome = 'DUPLICATE' THEN 1 ELSE 0 END)
        FROM ledger WHERE brand_id = ? GROUP BY account_id\
        """;
    private static final String KEPT_REPEATS =
            "SELECT account_id, sum(duplicate) FROM ledger_day WHERE brand_id = ? GROUP BY account_id";
    /** Open is what has no end at all; what has one needs a kind, a time and what belongs to the kind. */
    private static final String UNACCOUNTED = """
        SELECT account_id, began FROM inquiry WHERE brand_id = ? AND began >= ? AND began < ? AND NOT (
            end_kind IS NULL AND end_at IS NULL
            OR end_kind IS NOT NULL AND end_at IS NOT NULL AND (
                end_kind = 'ANSWERED' AND end_message_id IS NOT NULL
                OR end_kind IN ('ANSWERED_ELSEWHERE', 'DELETED')
                OR end_kind = 'MERGED' AND end_into_id IS NOT NULL
                OR end_kind = 'IGNORED' AND end_reason IS NOT NULL AND end_reason IN (\
        """
            + Arrays.stream(IgnoreReason.values()).map(r -> "'" + r + "'").collect(Collectors.joining(", ")) + ")))";

    private static final String BEGUN = """
        SELECT count(*) FROM inquiry WHERE brand_id = ? AND account_id = ? AND began >= ? AND began < ?\
        """;

    /** A day of an account, in the order in which differences are told. */
    private record Key(long day, long account) {}

    private static final Comparator<Key> ORDER =
            Comparator.comparingLong(Key::day).thenComparingLong(Key::account);

    private BalanceRows() {}

    private static String column(EventNumber number) {
        return number.name().toLowerCase(Locale.ROOT);
    }

    static Map<AccountId, Long> foundLate(View view, LocalDate first, LocalDate last) {
        Map<AccountId, Long> late = new HashMap<>();
        view.sql.each(
                "SELECT account_id, sum(found_late) FROM ledger_day WHERE "
                        + view.dialect().anyNumber("brand_id")
                        + " AND day BETWEEN ? AND ? GROUP BY account_id HAVING sum(found_late) <> 0",
                to -> to.numbers(view.brandIds()).number(first.toEpochDay()).number(last.toEpochDay()),
                row -> {
                    late.put(new AccountId(row.number()), row.number());
                    return true;
                });
        return late;
    }

    static Optional<Span> days(View view, BrandId brand) {
        if (!view.sees(brand)) {
            return Optional.empty();
        }
        return view.sql.first(
                "SELECT seen_day FROM ledger WHERE brand_id = ? ORDER BY seen_day LIMIT 1",
                to -> to.id(brand),
                row -> new Span(LocalDate.ofEpochDay(row.number()), lastDay(view, brand)));
    }

    private static LocalDate lastDay(View view, BrandId brand) {
        long ledger = view.sql.number(
                "SELECT seen_day FROM ledger WHERE brand_id = ? ORDER BY seen_day DESC LIMIT 1", to -> to.id(brand));
        long kept =
                view.sql.number("SELECT coalesce(max(day), 0) FROM ledger_day WHERE brand_id = ?", to -> to.id(brand));
        return LocalDate.ofEpochDay(Math.max(ledger, kept));
    }

    // -- days

    static List<BalanceDifference> ofDays(View view, BrandId brand, LocalDate first, LocalDate last) {
        List<BalanceDifference> found = new ArrayList<>();
        Optional<Span> days = days(view, brand);
        if (days.isPresent()) {
            LocalDate from = first.isBefore(days.get().first()) ? days.get().first() : first;
            found.addAll(events(view, brand, from, last));
        }
        AgencyRows.brand(view, brand).ifPresent(there -> found.addAll(inquiries(view, there, first, last)));
        return found;
    }

    private static List<BalanceDifference> events(View view, BrandId brand, LocalDate first, LocalDate last) {
        Map<Key, Map<EventNumber, Long>> kept = kept(view, brand, first, last);
        Map<Key, Map<EventNumber, Long>> counted = counted(view, brand, first, last);
        TreeSet<Key> keys = new TreeSet<>(ORDER);
        keys.addAll(kept.keySet());
        keys.addAll(counted.keySet());
        List<BalanceDifference> found = new ArrayList<>();
        for (Key key : keys) {
            Map<EventNumber, Long> is = kept.getOrDefault(key, Map.of());
            Map<EventNumber, Long> should = wanted(is, counted.getOrDefault(key, Map.of()));
            for (EventNumber number : NUMBERS) {
                long one = is.getOrDefault(number, 0L);
                long other = should.getOrDefault(number, 0L);
                if (one != other) {
                    found.add(new BalanceDifference.OfEvents(
                            brand, new AccountId(key.account()), LocalDate.ofEpochDay(key.day()), number, one, other));
                }
            }
        }
        return found;
    }

    /**
     * What a day has to say. On which day a repeat was seen the rows do not tell: of duplicates there are at least those that the
     * rows name, and what was seen is the sum.
     */
    private static Map<EventNumber, Long> wanted(Map<EventNumber, Long> kept, Map<EventNumber, Long> counted) {
        Map<EventNumber, Long> wanted = new EnumMap<>(EventNumber.class);
        wanted.putAll(counted);
        wanted.put(
                EventNumber.DUPLICATE,
                Math.max(
                        kept.getOrDefault(EventNumber.DUPLICATE, 0L), counted.getOrDefault(EventNumber.DUPLICATE, 0L)));
        wanted.put(EventNumber.SEEN, sum(wanted));
        return wanted;
    }

    private static long sum(Map<EventNumber, Long> numbers) {
        return numbers.entrySet().stream()
                .filter(e -> e.getKey() != EventNumber.SEEN && e.getKey() != EventNumber.FOUND_LATE)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static TreeMap<Key, Map<EventNumber, Long>> kept(
            View view, BrandId brand, LocalDate first, LocalDate last) {
        TreeMap<Key, Map<EventNumber, Long>> kept = new TreeMap<>(ORDER);
        view.sql.each(KEPT, to -> to.id(brand).number(first.toEpochDay()).number(last.toEpochDay()), row -> {
            Map<EventNumber, Long> numbers = kept.computeIfAbsent(key(row), k -> new EnumMap<>(EventNumber.class));
            for (EventNumber number : NUMBERS) {
                numbers.put(number, row.number());
            }
            return true;
        });
        return kept;
    }

    private static Key key(Row row) throws SQLException {
        long account = row.number();
        return new Key(row.number(), account);
    }

    private static Map<Key, Map<EventNumber, Long>> counted(View view, BrandId brand, LocalDate first, LocalDate last) {
        Map<Key, Map<EventNumber, Long>> counted = new TreeMap<>(ORDER);
        view.sql.each(COUNTED, to -> to.id(brand).number(first.toEpochDay()).number(last.toEpochDay()), row -> {
            Map<EventNumber, Long> numbers = counted.computeIfAbsent(key(row), k -> new EnumMap<>(EventNumber.class));
            EventNumber outcome = row.constant(EventNumber.class);
            boolean late = row.text().equals("RECONCILED");
            long events = row.number();
            numbers.merge(outcome, events, Long::sum);
            if (late) {
                numbers.merge(EventNumber.FOUND_LATE, events, Long::sum);
            }
            return true;
        });
        return counted;
    }

    private static List<BalanceDifference> inquiries(View view, Brand brand, LocalDate first, LocalDate last) {
        ZoneId zone = brand.zone();
        Map<Key, Long> lost = new TreeMap<>(ORDER);
        view.sql.each(
                UNACCOUNTED,
                to -> to.id(brand.id())
                        .time(first.atStartOfDay(zone).toInstant())
                        .time(last.plusDays(1).atStartOfDay(zone).toInstant()),
                row -> {
                    long account = row.number();
                    lost.merge(new Key(DayCounters.day(row.time(), zone), account), 1L, Long::sum);
                    return true;
                });
        List<BalanceDifference> found = new ArrayList<>();
        lost.forEach((key, count) -> {
            LocalDate day = LocalDate.ofEpochDay(key.day());
            long begun = view.sql.number(
                    BEGUN,
                    to -> to.id(brand.id())
                            .number(key.account())
                            .time(day.atStartOfDay(zone).toInstant())
                            .time(day.plusDays(1).atStartOfDay(zone).toInstant()));
            found.add(new BalanceDifference.OfInquiries(
                    brand.id(), new AccountId(key.account()), day, begun, begun - count));
        });
        return found;
    }

    // -- the brand as a whole

    static List<BalanceDifference> ofWhole(View view, BrandId brand) {
        if (!view.sees(brand)) {
            return List.of();
        }
        List<BalanceDifference> found = new ArrayList<>();
        if (complete(view, brand)) {
            Map<Long, Long> kept = byAccount(view, brand, KEPT_REPEATS);
            byAccount(view, brand, REPEATS).forEach((account, counted) -> {
                long is = kept.getOrDefault(account, 0L);
                if (is != counted) {
                    found.add(new BalanceDifference.OfEvents(
                            brand, new AccountId(account), null, EventNumber.DUPLICATE, is, counted));
                }
            });
        }
        found.addAll(QueueCounters.differences(view, brand));
        return found;
    }

    /** Whether the ledger still holds every day that is kept. */
    private static boolean complete(View view, BrandId brand) {
        long kept =
                view.sql.number("SELECT coalesce(min(day), 0) FROM ledger_day WHERE brand_id = ?", to -> to.id(brand));
        return days(view, brand)
                .filter(span -> span.first().toEpochDay() <= kept)
                .isPresent();
    }

    private static Map<Long, Long> byAccount(View view, BrandId brand, String sql) {
        Map<Long, Long> numbers = new TreeMap<>();
        view.sql.each(sql, to -> to.id(brand), row -> {
            numbers.put(row.number(), row.number());
            return true;
        });
        return numbers;
    }

    // -- mending

    static void recount(View view, BalanceDifference difference) {
        view.scope.require(difference.brand(), Right.SET_UP);
        switch (difference) {
            case BalanceDifference.OfInquiries none -> {
                // Nothing is kept of them.
            }
            case BalanceDifference.OfQueue queue -> QueueCounters.recount(view, queue.brand());
            case BalanceDifference.OfEvents events -> {
                LocalDate day = events.day();
                if (day == null) {
                    repeats(view, events.brand(), events.account());
                } else {
                    day(view, events.brand(), events.account(), day);
                }
            }
        }
    }

    private static void day(View view, BrandId brand, AccountId account, LocalDate day) {
        Key key = new Key(day.toEpochDay(), account.value());
        Map<EventNumber, Long> kept = kept(view, brand, day, day).getOrDefault(key, Map.of());
        Map<EventNumber, Long> counted = counted(view, brand, day, day).getOrDefault(key, Map.of());
        Map<EventNumber, Long> wanted = wanted(kept, counted);
        if (complete(view, brand)) {
            // Where only this day is wrong, the account as a whole tells how many repeats it had.
            long other = byAccount(view, brand, KEPT_REPEATS).getOrDefault(account.value(), 0L)
                    - kept.getOrDefault(EventNumber.DUPLICATE, 0L);
            long all = byAccount(view, brand, REPEATS).getOrDefault(account.value(), 0L);
            wanted.put(EventNumber.DUPLICATE, Math.max(counted.getOrDefault(EventNumber.DUPLICATE, 0L), all - other));
            wanted.put(EventNumber.SEEN, sum(wanted));
        }
        write(view, brand, account, day.toEpochDay(), wanted);
    }

    private static void write(View view, BrandId brand, AccountId account, long day, Map<EventNumber, Long> numbers) {
        view.sql.update(
                "DELETE FROM ledger_day WHERE brand_id = ? AND account_id = ? AND day = ?",
                to -> to.id(brand).id(account).number(day));
        view.sql.update(
                "INSERT INTO ledger_day (brand_id, account_id, day, " + COLUMNS + ") VALUES (?, ?, ?"
                        + ", ?".repeat(NUMBERS.length) + ")",
                to -> {
                    to.id(brand).id(account).number(day);
                    for (EventNumber number : NUMBERS) {
                        to.number(numbers.getOrDefault(number, 0L));
                    }
                });
    }

    /** Puts what is missing or too much onto the newest days that can bear it: of repeats only the account's sum is known. */
    private static void repeats(View view, BrandId brand, AccountId account) {
        long[] left = {
            byAccount(view, brand, REPEATS).getOrDefault(account.value(), 0L)
                    - byAccount(view, brand, KEPT_REPEATS).getOrDefault(account.value(), 0L)
        };
        Optional<Span> days = days(view, brand);
        if (days.isEmpty()) {
            return;
        }
        TreeMap<Key, Map<EventNumber, Long>> kept =
                kept(view, brand, days.get().first(), days.get().last());
        Map<Key, Map<EventNumber, Long>> counted =
                counted(view, brand, days.get().first(), days.get().last());
        kept.descendingMap().forEach((key, numbers) -> {
            if (key.account() == account.value() && left[0] != 0) {
                long is = numbers.getOrDefault(EventNumber.DUPLICATE, 0L);
                long least = counted.getOrDefault(key, Map.of()).getOrDefault(EventNumber.DUPLICATE, 0L);
                long now = Math.max(least, is + left[0]);
                left[0] -= now - is;
                numbers.put(EventNumber.DUPLICATE, now);
                numbers.put(EventNumber.SEEN, sum(numbers));
                write(view, brand, account, key.day(), numbers);
            }
        });
    }
}
