package org.kontor.escalation.internal.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.api.clock.OfficeHours;
import org.kontor.api.clock.OfficeHours.Interval;
import org.kontor.api.clock.OfficeHours.SpecialDay;

class OfficeTimeTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final List<Interval> DAY = List.of(interval("09:00", "12:00"), interval("13:00", "17:00"));

    private static Interval interval(String from, String to) {
        return new Interval(LocalTime.parse(from), LocalTime.parse(to));
    }

    private static OfficeTime week(SpecialDay... special) {
        Map<DayOfWeek, List<Interval>> weekly = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.getValue() <= 5) {
                weekly.put(day, DAY);
            }
        }
        return new OfficeTime(new OfficeHours(BERLIN, weekly, List.of(special)));
    }

    private static Instant berlin(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    @Test
    void fridayEveningGoesOnOnMonday() {
        assertThat(week().plus(berlin("2026-03-06T16:50:00"), Duration.ofMinutes(30)))
                .isEqualTo(berlin("2026-03-09T09:20:00"));
    }

    @Test
    void theBreakDoesNotCount() {
        assertThat(week().plus(berlin("2026-03-05T11:30:00"), Duration.ofHours(1)))
                .isEqualTo(berlin("2026-03-05T13:30:00"));
    }

    @Test
    void aHolidayDoesNotCountAndASpecialOpeningDoes() {
        OfficeTime time = week(
                new SpecialDay(LocalDate.of(2026, 12, 24), "", List.of(interval("09:00", "11:00"))),
                new SpecialDay(LocalDate.of(2026, 12, 25), "", List.of()));
        assertThat(time.plus(berlin("2026-12-24T10:30:00"), Duration.ofHours(1)))
                .isEqualTo(berlin("2026-12-28T09:30:00"));
    }

    @Test
    void theLastMomentOfTheDayIsStillThatDay() {
        assertThat(week().plus(berlin("2026-03-06T16:00:00"), Duration.ofHours(1)))
                .isEqualTo(berlin("2026-03-06T17:00:00"));
    }

    @Test
    void secondsAreKept() {
        assertThat(week().plus(berlin("2026-03-06T16:59:40"), Duration.ofMinutes(1)))
                .isEqualTo(berlin("2026-03-09T09:00:40"));
    }

    @Test
    void theHourThatSpringSkipsIsNoOfficeTimeAndTheOneOfAutumnCountsTwice() {
        OfficeTime always = new OfficeTime(OfficeHours.always(BERLIN));
        assertThat(always.between(berlin("2026-03-29T00:00:00"), berlin("2026-03-30T00:00:00")))
                .isEqualTo(Duration.ofHours(23));
        assertThat(always.between(berlin("2026-10-25T00:00:00"), berlin("2026-10-26T00:00:00")))
                .isEqualTo(Duration.ofHours(25));
        OfficeTime night = new OfficeTime(
                new OfficeHours(BERLIN, Map.of(DayOfWeek.SUNDAY, List.of(interval("02:00", "03:00"))), List.of()));
        assertThat(night.between(berlin("2026-03-29T00:00:00"), berlin("2026-03-30T00:00:00")))
                .isEqualTo(Duration.ZERO);
        assertThat(night.between(berlin("2026-10-25T00:00:00"), berlin("2026-10-26T00:00:00")))
                .isEqualTo(Duration.ofHours(2));
    }

    @Test
    void backwardsIsNegative() {
        Instant from = berlin("2026-03-06T16:00:00");
        Instant to = berlin("2026-03-09T10:00:00");
        assertThat(week().between(from, to)).isEqualTo(Duration.ofHours(2));
        assertThat(week().between(to, from)).isEqualTo(Duration.ofHours(-2));
    }

    @Test
    void noTimeIsRefused() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> week().plus(berlin("2026-03-06T16:00:00"), Duration.ZERO))
                .withMessageContaining("time");
    }
}
