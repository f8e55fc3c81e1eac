package org.kontor.api.clock;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.kontor.api.clock.OfficeHours.SpecialDay;

/** Public holidays, to begin a calendar with. */
public final class Holidays {
    private Holidays() {}

    /**
     * The nine holidays that all of Germany has, as closed days in their order. Those of single states are left out. By the
     * states' holiday acts and, for 3 October, the Unification Treaty, article 2 (2).
     *
     * @param year 1995 or later
     */
    public static List<SpecialDay> germany(int year) {
        LocalDate easter = easter(year);
        List<SpecialDay> days = new ArrayList<>();
        days.add(closed(LocalDate.of(year, Month.JANUARY, 1), "Neujahr"));
        days.add(closed(easter.minusDays(2), "Karfreitag"));
        days.add(closed(easter.plusDays(1), "Ostermontag"));
        days.add(closed(LocalDate.of(year, Month.MAY, 1), "Tag der Arbeit"));
        days.add(closed(easter.plusDays(39), "Christi Himmelfahrt"));
        days.add(closed(easter.plusDays(50), "Pfingstmontag"));
        days.add(closed(LocalDate.of(year, Month.OCTOBER, 3), "Tag der Deutschen Einheit"));
        days.add(closed(LocalDate.of(year, Month.DECEMBER, 25), "1. Weihnachtstag"));
        days.add(closed(LocalDate.of(year, Month.DECEMBER, 26), "2. Weihnachtstag"));
        days.sort(Comparator.comparing(SpecialDay::date));
        return List.copyOf(days);
    }

    private static SpecialDay closed(LocalDate date, String name) {
        return new SpecialDay(date, name, List.of());
    }

    /** Easter Sunday of the Gregorian calendar, by the anonymous algorithm of "Nature", 20 April 1876 (Meeus, chapter 8). */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
        int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
        return LocalDate.of(year, f / 31, f % 31 + 1);
    }
}
