package org.kontor.demo.internal;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.kontor.api.account.Brand;
import org.kontor.api.clock.Holidays;
import org.kontor.api.clock.OfficeHours;
import org.kontor.api.clock.OfficeHours.Interval;
import org.kontor.api.clock.OfficeHours.SpecialDay;
import org.kontor.api.clock.Policy;

/** What the demo's brands promise: each one something else, so that each kind of clock can be seen. */
final class DemoPolicies {
    private static final Interval SHOP_DAY = Interval.ofMinutes(8 * 60, 20 * 60);
    private static final Interval SATURDAY = Interval.ofMinutes(9 * 60, 16 * 60);
    private static final Interval MORNING = Interval.ofMinutes(9 * 60, 12 * 60 + 30);
    private static final Interval AFTERNOON = Interval.ofMinutes(13 * 60 + 30, 17 * 60);

    private DemoPolicies() {}

    /** The promise of a brand of the demo. */
    static Policy of(Brand brand, LocalDate today) {
        if (brand.name().startsWith("Nordwind")) {
            return shop(brand, today);
        }
        return brand.name().startsWith("Lumio") ? allDayAndNight(brand) : office(brand, today);
    }

    /** A shop with a call centre: long days, Saturdays, two hours. */
    private static Policy shop(Brand brand, LocalDate today) {
        Map<DayOfWeek, List<Interval>> week = week(SHOP_DAY);
        week.put(DayOfWeek.SATURDAY, List.of(SATURDAY));
        return policy(brand, new OfficeHours(brand.zone(), week, holidays(today)), Duration.ofHours(2));
    }

    /** A product that people use in the evening: always, one hour, from when it is seen. */
    private static Policy allDayAndNight(Brand brand) {
        return new Policy(
                brand.id(),
                OfficeHours.always(brand.zone()),
                Duration.ofHours(1),
                Policy.Start.SEEN,
                Policy.WARN_PERCENT);
    }

    /** A small office with a lunch break: four hours. */
    private static Policy office(Brand brand, LocalDate today) {
        OfficeHours hours = new OfficeHours(brand.zone(), week(MORNING, AFTERNOON), holidays(today));
        return policy(brand, hours, Duration.ofHours(4));
    }

    private static Policy policy(Brand brand, OfficeHours hours, Duration first) {
        return new Policy(brand.id(), hours, first, Policy.Start.PUBLISHED, Policy.WARN_PERCENT);
    }

    private static Map<DayOfWeek, List<Interval>> week(Interval... open) {
        Map<DayOfWeek, List<Interval>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.getValue() <= DayOfWeek.FRIDAY.getValue()) {
                week.put(day, List.of(open));
            }
        }
        return week;
    }

    /** This year's and the next year's, and a short Christmas Eve. */
    private static List<SpecialDay> holidays(LocalDate today) {
        List<SpecialDay> days = new ArrayList<>();
        for (int year = today.getYear(); year <= today.getYear() + 1; year++) {
            days.addAll(Holidays.germany(year));
            days.add(new SpecialDay(MonthDay.of(12, 24).atYear(year), "Heiligabend", List.of(MORNING)));
        }
        return days;
    }
}
