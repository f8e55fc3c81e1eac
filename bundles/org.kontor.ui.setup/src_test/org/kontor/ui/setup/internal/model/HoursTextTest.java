package org.kontor.ui.setup.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kontor.api.clock.OfficeHours.SpecialDay;
import org.kontor.ui.setup.internal.model.Problem.Cause;

class HoursTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9-12|09:00–12:00",
                "9:00 - 12:30, 13.15–17|09:00–12:30, 13:15–17:00",
                "13-17,9-12|09:00–12:00, 13:00–17:00",
                "9 bis 12 und 13 bis 17|09:00–12:00, 13:00–17:00",
                "8 to 20|08:00–20:00",
                "22-24|22:00–24:00",
                "18:00–0:00|18:00–24:00",
                "0-24|00:00–24:00",
                "9-12, 12-13|09:00–12:00, 12:00–13:00"
            })
    void hoursAreReadAsPeopleTypeThemAndWrittenInOneWay(String typed, String written) {
        assertThat(HoursText.hours(typed).value().map(HoursText::hours)).contains(written);
        assertThat(HoursText.hours(written).value().map(HoursText::hours)).contains(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nine to five|NOT_HOURS",
                "9-25|NOT_HOURS",
                "9:70-12|NOT_HOURS",
                "9|NOT_HOURS",
                "22-6|OVER_MIDNIGHT",
                "9-9|OVER_MIDNIGHT",
                "9-12, 11-13|HOURS_OVERLAP"
            })
    void whatIsWrongWithHoursIsSaid(String typed, Cause cause) {
        assertThat(HoursText.hours(typed).wrong()).contains(cause);
    }

    @Test
    void nothingIsClosed() {
        assertThat(HoursText.hours(" ").value()).contains(List.of());
    }

    @Test
    void aDayHasItsDateInEitherWayThenHoursThenAName() {
        String typed = "24.12.2026 9-12 Heiligabend;2026-12-25 1. Weihnachtstag;; 1.1.2027";
        List<SpecialDay> days = HoursText.days(typed).value().orElseThrow();
        assertThat(days)
                .extracting(SpecialDay::date)
                .containsExactly(LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 25), LocalDate.of(2027, 1, 1));
        assertThat(HoursText.days(days, Locale.GERMAN))
                .isEqualTo("24.12.2026 09:00–12:00 Heiligabend;25.12.2026 1. Weihnachtstag;01.01.2027");
        String english = HoursText.days(days, Locale.ENGLISH);
        assertThat(english).isEqualTo("2026-12-24 09:00–12:00 Heiligabend;2026-12-25 1. Weihnachtstag;2027-01-01");
        assertThat(HoursText.days(english).value()).contains(days);
    }

    @Test
    void theLineThatCannotBeReadIsNamed() {
        assertThat(HoursText.days("2026-12-24;31.4.2026 Ostern").wrong()).contains(Cause.NOT_A_DAY);
        assertThat(HoursText.stumble("2026-12-24;31.4.2026 Ostern")).isEqualTo("31.4.2026 Ostern");
        assertThat(HoursText.days("Ostern").wrong()).contains(Cause.NOT_A_DAY);
        assertThat(HoursText.days("2026-12-24 22-6 Nacht").wrong()).contains(Cause.NOT_A_DAY);
        assertThat(HoursText.days("2026-12-24;24.12.2026").wrong()).contains(Cause.DAY_TWICE);
    }

    @ParameterizedTest
    @CsvSource({
        "4 h, 4 h",
        "4h, 4 h",
        "90 min, 1 h 30 min",
        "1:30, 1 h 30 min",
        "1 Std. 5 Min., 1 h 5 min",
        "0:20, 20 min"
    })
    void aLengthOfTimeIsReadAsPeopleTypeIt(String typed, String written) {
        assertThat(HoursText.length(typed).value().map(HoursText::length)).contains(written);
    }

    @ParameterizedTest
    @CsvSource({"soon", "''", "0 h", "4", "1:75"})
    void whatIsNoLengthOfTimeIsRefused(String typed) {
        Optional<Duration> read = HoursText.length(typed).value();
        assertThat(read).isEmpty();
    }
}
