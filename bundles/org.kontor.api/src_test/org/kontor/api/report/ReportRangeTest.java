package org.kontor.api.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ReportRangeTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate SPRING = LocalDate.of(2026, 3, 29);
    private static final LocalDate AUTUMN = LocalDate.of(2026, 10, 25);

    private static Duration length(LocalDate day, ZoneId zone) {
        ReportRange range = new ReportRange(day, day);
        return Duration.between(range.from(zone), range.to(zone));
    }

    @Test
    void daysOnWhichClocksChangeHave23And25Hours() {
        assertThat(length(SPRING, BERLIN)).hasHours(23);
        assertThat(length(AUTUMN, BERLIN)).hasHours(25);
        assertThat(length(SPRING, ZoneId.of("Asia/Kathmandu"))).hasHours(24);
    }

    @Test
    void aDayWithoutMidnightBeginsWithItsFirstMoment() {
        // In Beirut clocks go from 0:00 to 1:00 on the last Sunday of March.
        ReportRange range = new ReportRange(SPRING, SPRING);
        assertThat(range.from(ZoneId.of("Asia/Beirut"))).isEqualTo(Instant.parse("2026-03-28T22:00:00Z"));
        assertThat(length(SPRING, ZoneId.of("Asia/Beirut"))).hasHours(23);
    }

    @Test
    void theLastDaysEndWithToday() {
        ReportRange week = ReportRange.lastDays(AUTUMN, 7);
        assertThat(week.days()).hasSize(7).endsWith(AUTUMN).startsWith(LocalDate.of(2026, 10, 19));
    }

    @Test
    void aRangeThatEndsBeforeItBeginsIsRefused() {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new ReportRange(AUTUMN, SPRING));
    }
}
