package org.kontor.store.internal.rows;

import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kontor.api.clock.OfficeHours;
import org.kontor.api.clock.OfficeHours.Interval;
import org.kontor.api.clock.OfficeHours.SpecialDay;
import org.kontor.api.clock.Policy;
import org.kontor.api.id.BrandId;
import org.kontor.api.store.Change;
import org.kontor.store.internal.sql.Row;
import org.kontor.store.internal.sql.Table;

/** Policies with their office hours. */
final class PolicyRows {
    private static final Table POLICY =
            Table.of("policy", "brand_id", "brand_id, zone, first_response_minutes, start, warn_percent");
    private static final Table HOURS =
            Table.of("office_hours", "brand_id, weekday, opens", "brand_id, weekday, opens, closes");
    private static final Table DAY = Table.of("special_day", "brand_id, day", "brand_id, day, name");
    private static final Table DAY_HOURS =
            Table.of("special_hours", "brand_id, day, opens", "brand_id, day, opens, closes");
    private static final String SAVE = POLICY.upsert();
    private static final String ADD_HOURS = HOURS.insert();
    private static final String ADD_DAY = DAY.insert();
    private static final String ADD_DAY_HOURS = DAY_HOURS.insert();
    /** In an order that never leaves a row without the one it belongs to. */
    private static final List<String> PARTS = List.of("special_hours", "special_day", "office_hours");

    private PolicyRows() {}

    static Optional<Policy> policy(View view, BrandId brand) {
        if (!view.sees(brand)) {
            return Optional.empty();
        }
        return view.sql.first(
                "SELECT zone, first_response_minutes, start, warn_percent FROM policy WHERE brand_id = ?",
                to -> to.id(brand),
                row -> new Policy(
                        brand,
                        new OfficeHours(ZoneId.of(row.text()), weekly(view, brand), special(view, brand)),
                        Duration.ofMinutes(row.number()),
                        row.constant(Policy.Start.class),
                        row.count()));
    }

    private static Map<DayOfWeek, List<Interval>> weekly(View view, BrandId brand) {
        Map<DayOfWeek, List<Interval>> weekly = new EnumMap<>(DayOfWeek.class);
        view.sql.each(
                "SELECT weekday, opens, closes FROM office_hours WHERE brand_id = ? ORDER BY weekday, opens",
                to -> to.id(brand),
                row -> weekly.computeIfAbsent(DayOfWeek.of(row.count()), d -> new ArrayList<>())
                        .add(interval(row)));
        return weekly;
    }

    private static List<SpecialDay> special(View view, BrandId brand) {
        Map<Long, List<Interval>> open = new TreeMap<>();
        view.sql.each(
                "SELECT day, opens, closes FROM special_hours WHERE brand_id = ? ORDER BY day, opens",
                to -> to.id(brand),
                row -> open.computeIfAbsent(row.number(), d -> new ArrayList<>())
                        .add(interval(row)));
        return view.sql.list(
                "SELECT day, name FROM special_day WHERE brand_id = ? ORDER BY day", to -> to.id(brand), row -> {
                    long day = row.number();
                    return new SpecialDay(LocalDate.ofEpochDay(day), row.text(), open.getOrDefault(day, List.of()));
                });
    }

    private static Interval interval(Row row) throws SQLException {
        return Interval.ofMinutes(row.count(), row.count());
    }

    static void save(View view, Changes changes, Policy policy) {
        BrandId brand = policy.brand();
        view.maySetUp(brand);
        OfficeHours hours = policy.hours();
        view.sql.update(
                SAVE,
                to -> to.id(brand)
                        .text(hours.zone().getId())
                        .number(policy.firstResponse().toMinutes())
                        .name(policy.start())
                        .number(policy.warnPercent()));
        removeParts(view, brand);
        hours.weekly()
                .forEach((day, open) -> open.forEach(i -> view.sql.update(
                        ADD_HOURS,
                        to -> to.id(brand)
                                .number(day.getValue())
                                .number(i.fromMinute())
                                .number(i.toMinute()))));
        for (SpecialDay day : hours.special()) {
            long number = day.date().toEpochDay();
            view.sql.update(ADD_DAY, to -> to.id(brand).number(number).text(day.name()));
            day.open()
                    .forEach(i -> view.sql.update(
                            ADD_DAY_HOURS,
                            to -> to.id(brand)
                                    .number(number)
                                    .number(i.fromMinute())
                                    .number(i.toMinute())));
        }
        changes.note(brand, Change.Kind.BRAND, brand);
    }

    static void remove(View view, Changes changes, BrandId brand) {
        view.maySetUp(brand);
        removeParts(view, brand);
        view.sql.update("DELETE FROM policy WHERE brand_id = ?", to -> to.id(brand));
        changes.note(brand, Change.Kind.BRAND, brand);
    }

    private static void removeParts(View view, BrandId brand) {
        PARTS.forEach(table -> view.sql.update("DELETE FROM " + table + " WHERE brand_id = ?", to -> to.id(brand)));
    }
}
