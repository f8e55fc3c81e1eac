package org.kontor.store.internal.rows;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kontor.api.id.AccountId;
import org.kontor.api.id.BrandId;
import org.kontor.api.ledger.EventBalance;
import org.kontor.api.ledger.LedgerOutcome;
import org.kontor.store.internal.sql.Sql;
import org.kontor.store.internal.sql.Times;

/** The first balance, kept by account and day of the brand: what was seen, and what became of it. */
final class DayCounters {
    private static final LedgerOutcome[] OUTCOMES = LedgerOutcome.values();
    private static final String COLUMNS =
            Arrays.stream(OUTCOMES).map(o -> o.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "));
    private static final String ADD = "INSERT INTO ledger_day (brand_id, account_id, day, seen, " + COLUMNS
            + ", found_late) VALUES (?, ?, ?, ?, ?" + ", ?".repeat(OUTCOMES.length)
            + ") ON CONFLICT (brand_id, account_id, day) DO UPDATE SET "
            + Arrays.stream(("seen, " + COLUMNS + ", found_late").split(", "))
                    .map(c -> c + " = ledger_day." + c + " + excluded." + c)
                    .collect(Collectors.joining(", "));
    private static final String SUM = "SELECT coalesce(sum(seen), 0), "
            + Arrays.stream(COLUMNS.split(", "))
                    .map(c -> "coalesce(sum(" + c + "), 0)")
                    .collect(Collectors.joining(", "))
            + " FROM ledger_day WHERE brand_id = ? AND day BETWEEN ? AND ?";

    private record Day(BrandId brand, AccountId account, long day) {}

    private final Sql sql;
    /** First what was seen, then one number for each outcome, then what was found late. */
    private final Map<Day, long[]> moved = new HashMap<>();

    DayCounters(Sql sql) {
        this.sql = sql;
    }

    /** Notes events that were seen, and what they are so far. */
    void seen(BrandId brand, AccountId account, long day, LedgerOutcome outcome, int events) {
        if (events != 0) {
            long[] numbers = numbers(brand, account, day);
            numbers[0] += events;
            numbers[1 + outcome.ordinal()] += events;
        }
    }

    /** Notes that an event became something else. */
    void became(BrandId brand, AccountId account, long day, LedgerOutcome before, LedgerOutcome after) {
        long[] numbers = numbers(brand, account, day);
        numbers[1 + before.ordinal()]--;
        numbers[1 + after.ordinal()]++;
    }

    /** Notes events that came by comparing only; a negative number for those that came by the usual way after all. */
    void late(BrandId brand, AccountId account, long day, int events) {
        if (events != 0) {
            numbers(brand, account, day)[1 + OUTCOMES.length] += events;
        }
    }

    private long[] numbers(BrandId brand, AccountId account, long day) {
        return moved.computeIfAbsent(new Day(brand, account, day), d -> new long[2 + OUTCOMES.length]);
    }

    /** Writes what moved. */
    void flush() {
        moved.forEach((day, numbers) -> sql.update(ADD, to -> {
            to.id(day.brand()).id(day.account()).number(day.day());
            for (long number : numbers) {
                to.number(number);
            }
        }));
        moved.clear();
    }

    /** The day of a brand on which a time falls; times that the database cannot hold are cut. */
    static long day(Instant at, ZoneId zone) {
        return LocalDate.ofInstant(Times.instant(Times.number(at)), zone).toEpochDay();
    }

    /** The balance of whole days of the scope's brands that touch a time. */
    static EventBalance balance(View view, Map<BrandId, ZoneId> zones, Instant from, Instant to) {
        long[] sums = new long[1 + OUTCOMES.length];
        if (from.isBefore(to)) {
            Instant last = to.minusNanos(1);
            zones.forEach((brand, zone) ->
                    view.sql.each(SUM, b -> b.id(brand).number(day(from, zone)).number(day(last, zone)), row -> {
                        for (int i = 0; i < sums.length; i++) {
                            sums[i] += row.number();
                        }
                        return true;
                    }));
        }
        return balance(sums);
    }

    /** The balance of whole days, of some of the scope's brands and accounts; empty sets mean all. */
    static EventBalance balance(
            View view, Set<BrandId> brands, Set<AccountId> accounts, LocalDate first, LocalDate last) {
        long[] sums = new long[1 + OUTCOMES.length];
        String some = accounts.isEmpty() ? "" : " AND " + view.dialect().anyNumber("account_id");
        for (BrandId brand : view.brands()) {
            if (brands.isEmpty() || brands.contains(brand)) {
                view.sql.each(
                        SUM + some,
                        to -> {
                            to.id(brand).number(first.toEpochDay()).number(last.toEpochDay());
                            if (!accounts.isEmpty()) {
                                to.numbers(View.ids(accounts));
                            }
                        },
                        row -> {
                            for (int i = 0; i < sums.length; i++) {
                                sums[i] += row.number();
                            }
                            return true;
                        });
            }
        }
        return balance(sums);
    }

    private static EventBalance balance(long[] sums) {
        Map<LedgerOutcome, Long> outcomes = new EnumMap<>(LedgerOutcome.class);
        for (LedgerOutcome outcome : OUTCOMES) {
            outcomes.put(outcome, sums[1 + outcome.ordinal()]);
        }
        return new EventBalance(sums[0], outcomes);
    }
}
