package org.kontor.escalation.internal.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.kontor.api.clock.OfficeHours;
import org.kontor.api.clock.OfficeHours.Interval;
import org.kontor.api.clock.OfficeHours.SpecialDay;

/** Holds the arithmetic of office time against a counter that knows nothing but to look at every minute. */
class MinuteCounterTest {
    private static final int CALENDARS = 1_000;
    private static final int QUESTIONS = 12;
    private static final int DAYS = 12;
    private static final int MINUTES = DAYS * 24 * 60;
    /** Changes of an hour, of half an hour, at midnight, to the day before, and one of a whole day. */
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("Europe/London"),
            ZoneId.of("America/New_York"),
            ZoneId.of("America/Sao_Paulo"),
            ZoneId.of("America/Havana"),
            ZoneId.of("Atlantic/Azores"),
            ZoneId.of("Africa/Casablanca"),
            ZoneId.of("Asia/Tehran"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("Pacific/Apia"));

    private final long seed = Optional.ofNullable(System.getenv("KONTOR_SEED"))
            .map(Long::parseLong)
            .orElseGet(System::nanoTime);
    private final Random random = new Random(seed);

    @Test
    void aThousandCalendarsAgreeWithACounterOfMinutes() {
        long asked = 0;
        int changes = 0;
        for (int i = 0; i < CALENDARS; i++) {
            ZoneId zone = ZONES.get(i % ZONES.size());
            Instant change = change(zone);
            Instant begin = change.minus(random.nextInt(3 * 24 * 60), ChronoUnit.MINUTES);
            OfficeHours hours = calendar(zone, begin);
            int[] passed = count(hours, begin);
            asked += compare("seed " + seed + ", calendar " + i, new OfficeTime(hours), begin, passed);
            changes += zone.getRules().getOffset(begin).equals(zone.getRules().getOffset(end(begin))) ? 0 : 1;
        }
        System.out.printf(
                "kontor: office time equal to the minute counter: %d calendars, %d with another offset at the end,"
                        + " %d questions (seed %d)%n",
                CALENDARS, changes, asked, seed);
        assertThat(changes).isGreaterThan(CALENDARS / 2);
    }

    private static Instant end(Instant begin) {
        return begin.plus(MINUTES, ChronoUnit.MINUTES);
    }

    /** A change of the zone's offset between 2010 and 2028. */
    private Instant change(ZoneId zone) {
        Instant from = Instant.parse("2010-01-01T00:00:00Z").plus(random.nextInt(6_500), ChronoUnit.DAYS);
        var next = zone.getRules().nextTransition(from);
        var found = next != null ? next : zone.getRules().previousTransition(from);
        return found.getInstant();
    }

    private OfficeHours calendar(ZoneId zone, Instant begin) {
        Map<DayOfWeek, List<Interval>> weekly = new EnumMap<>(DayOfWeek.class);
        while (weekly.isEmpty()) {
            for (DayOfWeek day : DayOfWeek.values()) {
                List<Interval> open = intervals();
                if (!open.isEmpty()) {
                    weekly.put(day, open);
                }
            }
        }
        LocalDate first = begin.atZone(zone).toLocalDate();
        Map<LocalDate, SpecialDay> special = new TreeMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            LocalDate date = first.plusDays(random.nextInt(DAYS));
            special.put(date, new SpecialDay(date, "", random.nextBoolean() ? List.of() : intervals()));
        }
        return new OfficeHours(zone, weekly, List.copyOf(special.values()));
    }

    /** None to four intervals; the hours in which clocks change are as likely as all others. */
    private List<Interval> intervals() {
        if (random.nextInt(8) == 0) {
            return List.of(Interval.DAY);
        }
        List<Interval> intervals = new ArrayList<>();
        int from = random.nextInt(360);
        for (int i = random.nextInt(5); i > 0 && from < 1_440; i--) {
            int to = Math.min(1_440, from + 1 + random.nextInt(500));
            intervals.add(Interval.ofMinutes(from, to));
            from = to + random.nextInt(240);
        }
        return intervals;
    }

    /** How many minutes of office time have passed before each minute. */
    private static int[] count(OfficeHours hours, Instant begin) {
        int[] passed = new int[MINUTES + 1];
        for (int minute = 0; minute < MINUTES; minute++) {
            LocalDateTime shown = LocalDateTime.ofInstant(begin.plusSeconds(minute * 60L), hours.zone());
            passed[minute + 1] = passed[minute] + (isOpen(hours, shown) ? 1 : 0);
        }
        return passed;
    }

    private static boolean isOpen(OfficeHours hours, LocalDateTime shown) {
        List<Interval> open = hours.special().stream()
                .filter(day -> day.date().equals(shown.toLocalDate()))
                .findFirst()
                .map(SpecialDay::open)
                .orElseGet(() -> hours.weekly().getOrDefault(shown.getDayOfWeek(), List.of()));
        int minute = shown.getHour() * 60 + shown.getMinute();
        return open.stream().anyMatch(i -> i.fromMinute() <= minute && minute < i.toMinute());
    }

    private int compare(String what, OfficeTime time, Instant begin, int[] passed) {
        int asked = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            int from = random.nextInt(MINUTES);
            int to = from + random.nextInt(MINUTES - from);
            Instant start = begin.plusSeconds(from * 60L);
            assertThat(time.between(start, begin.plusSeconds(to * 60L)))
                    .as("%s: between %d and %d", what, from, to)
                    .isEqualTo(Duration.ofMinutes(passed[to] - passed[from]));
            assertThat(time.open(start)).as("%s: open at %d", what, from).isEqualTo(passed[from + 1] > passed[from]);
            int left = passed[MINUTES] - passed[from];
            if (left > 0) {
                int target = 1 + random.nextInt(left);
                assertThat(time.plus(start, Duration.ofMinutes(target)))
                        .as("%s: %d after %d", what, target, from)
                        .isEqualTo(begin.plusSeconds(60L * reached(passed, from, target)));
                asked++;
            }
            asked += 2;
        }
        return asked;
    }

    private static int reached(int[] passed, int from, int target) {
        int minute = from;
        while (passed[minute] - passed[from] < target) {
            minute++;
        }
        return minute;
    }
}
