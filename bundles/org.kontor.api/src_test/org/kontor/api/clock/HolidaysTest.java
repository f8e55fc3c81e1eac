package org.kontor.api.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kontor.api.clock.OfficeHours.SpecialDay;

class HolidaysTest {
    /** Known dates, among them an early one and the latest that there can be. */
    @ParameterizedTest
    @CsvSource({"1999-04-04", "2000-04-23", "2008-03-23", "2024-03-31", "2025-04-20", "2026-04-05", "2038-04-25"})
    void easterFallsOnItsSunday(LocalDate sunday) {
        assertThat(Holidays.easter(sunday.getYear())).isEqualTo(sunday);
    }

    @Test
    void allOfGermanyHasNine() {
        assertThat(Holidays.germany(2026))
                .hasSize(9)
                .allSatisfy(day -> assertThat(day.open()).isEmpty())
                .extracting(SpecialDay::date)
                .isSorted()
                .contains(LocalDate.of(2026, 4, 3), LocalDate.of(2026, 5, 14), LocalDate.of(2026, 5, 25));
    }
}
