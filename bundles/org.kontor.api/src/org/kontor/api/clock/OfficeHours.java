package org.kontor.api.clock;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * When a brand's office is open: several intervals a day by weekday, and days that are different. A moment is office time
 * if the wall clock of {@code zone} then shows a time within an interval of the date that it shows. So an hour that the
 * clocks skip in spring is no office time, and one that they show twice in autumn counts twice, as it does for those who
 * work through it.
 *
 * @param zone whose wall clock counts
 * @param weekly the intervals of each weekday, in their order; a weekday left out is closed. At least one is open
 * @param special days on which other intervals hold, such as holidays, by date; at most {@value #MOST_SPECIAL}
 */
public record OfficeHours(ZoneId zone, Map<DayOfWeek, List<Interval>> weekly, List<SpecialDay> special) {
    /** So many days may be different; a bound for whoever searches the next opening. */
    public static final int MOST_SPECIAL = 400;

    /**
     * A stretch of one day's wall clock, in whole minutes. A night shift is two: one to midnight, one from midnight.
     *
     * @param from the first minute
     * @param to the first minute after it; midnight means the end of the day
     */
    public record Interval(LocalTime from, LocalTime to) {
        /** The whole day. */
        public static final Interval DAY = new Interval(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

        private static final int MINUTES = 24 * 60;

        public Interval {
            if (from.getSecond() != 0 || from.getNano() != 0 || to.getSecond() != 0 || to.getNano() != 0) {
                throw new BadClockException("interval", "times are whole minutes, was " + from + " to " + to);
            }
            if (minute(from) >= end(to)) {
                throw new BadClockException(
                        "interval", "ends before it begins: " + from + " to " + to + "; split it at midnight");
            }
        }

        /**
         * By minutes of the day.
         *
         * @param from 0 to 1439
         * @param to 1 to 1440, the end of the day
         */
        public static Interval ofMinutes(int from, int to) {
            if (from < 0 || from >= to || to > MINUTES) {
                throw new BadClockException("interval", "no minutes of a day: " + from + " to " + to);
            }
            return new Interval(LocalTime.ofSecondOfDay(from * 60L), LocalTime.ofSecondOfDay(to % MINUTES * 60L));
        }

        /** The first minute, 0 to 1439. */
        public int fromMinute() {
            return minute(from);
        }

        /** The first minute after it, 1 to 1440. */
        public int toMinute() {
            return end(to);
        }

        /** How long it is on a day without a change of the clocks. */
        public Duration length() {
            return Duration.ofMinutes((long) toMinute() - fromMinute());
        }

        private static int minute(LocalTime time) {
            return time.getHour() * 60 + time.getMinute();
        }

        private static int end(LocalTime time) {
            return time.equals(LocalTime.MIDNIGHT) ? MINUTES : minute(time);
        }
    }

    /**
     * A day that is different: a holiday, or opening on a Sunday before Christmas.
     *
     * @param name what the day is called; may be empty
     * @param open when the office is open, in its order; empty for not at all
     */
    public record SpecialDay(LocalDate date, String name, List<Interval> open) {
        public SpecialDay {
            open = ordered("special." + date, open);
        }
    }

    public OfficeHours {
        Map<DayOfWeek, List<Interval>> days = new EnumMap<>(DayOfWeek.class);
        weekly.forEach((day, open) -> {
            if (!open.isEmpty()) {
                days.put(day, ordered("weekly." + day, open));
            }
        });
        if (days.isEmpty()) {
            throw new BadClockException("weekly", "the office is never open");
        }
        weekly = Map.copyOf(days);
        Map<LocalDate, SpecialDay> byDate = new TreeMap<>();
        for (SpecialDay day : special) {
            if (byDate.put(day.date(), day) != null) {
                throw new BadClockException("special." + day.date(), "the day stands there twice");
            }
        }
        if (byDate.size() > MOST_SPECIAL) {
            throw new BadClockException("special", "more than " + MOST_SPECIAL + " days");
        }
        special = List.copyOf(byDate.values());
    }

    /** Open at all times: the clock is the wall clock. */
    public static OfficeHours always(ZoneId zone) {
        Map<DayOfWeek, List<Interval>> days = new HashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day, List.of(Interval.DAY));
        }
        return new OfficeHours(zone, days, List.of());
    }

    /** Whether the office never closes. */
    public boolean always() {
        return special.isEmpty() && weekly.size() == 7 && weekTime().equals(Duration.ofDays(7));
    }

    /** The intervals of a weekday; empty where it is closed. */
    public List<Interval> on(DayOfWeek day) {
        return weekly.getOrDefault(day, List.of());
    }

    /** How long the office is open in a week without anything special. */
    public Duration weekTime() {
        return weekly.values().stream()
                .flatMap(List::stream)
                .map(Interval::length)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static List<Interval> ordered(String field, List<Interval> intervals) {
        List<Interval> sorted = new ArrayList<>(intervals);
        sorted.sort(Comparator.comparingInt(Interval::fromMinute));
        for (int i = 1; i < sorted.size(); i++) {
            Interval before = sorted.get(i - 1);
            if (sorted.get(i).fromMinute() < before.toMinute()) {
                throw new BadClockException(
                        field,
                        before.from() + " to " + before.to() + " overlaps what begins at "
                                + sorted.get(i).from());
            }
        }
        return List.copyOf(sorted);
    }
}
