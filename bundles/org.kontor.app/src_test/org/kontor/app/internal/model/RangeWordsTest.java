package org.kontor.app.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.app.internal.TestMessages;
import org.kontor.ui.api.TimeRange;
import org.kontor.ui.api.TimeRange.Preset;

class RangeWordsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

    private final RangeWords english = new RangeWords(TestMessages.load(Locale.ENGLISH), Locale.ENGLISH);
    private final RangeWords german = new RangeWords(TestMessages.load(Locale.GERMAN), Locale.GERMAN);

    @Test
    void aPresetIsNamedAndItsDaysAreToldBeside() {
        assertThat(english.label(TimeRange.USUAL, TODAY)).isEqualTo("Last 30 days");
        assertThat(german.label(TimeRange.USUAL, TODAY)).isEqualTo("Letzte 30 Tage");
        assertThat(english.days(TimeRange.USUAL, TODAY)).isEqualTo("29 Oct – 27 Nov 2026");
        assertThat(german.days(new TimeRange(Preset.TODAY), TODAY)).isEqualTo("27. Nov. 2026");
    }

    @Test
    void chosenDaysAreTheirOwnName() {
        TimeRange range = TimeRange.of(LocalDate.of(2025, 12, 24), LocalDate.of(2026, 1, 6));
        assertThat(english.label(range, TODAY)).isEqualTo("24 Dec 2025 – 6 Jan 2026");
    }

    @Test
    void daysThatMakeNoRangeAreSaid() {
        assertThat(english.problem(TODAY, TODAY)).isEmpty();
        assertThat(english.problem(TODAY, TODAY.minusDays(1))).contains("The last day lies before the first one.");
        assertThat(english.problem(TODAY.minusYears(11), TODAY)).isPresent();
        assertThat(english.problem(LocalDate.of(1969, 1, 1), LocalDate.of(1969, 1, 2)))
                .isPresent();
    }

    @ParameterizedTest
    @EnumSource(value = Preset.class, names = "CUSTOM", mode = EnumSource.Mode.EXCLUDE)
    void everyPresetIsKept(Preset preset) {
        TimeRange range = new TimeRange(preset);
        assertThat(RangeText.read(RangeText.write(range))).isEqualTo(range);
    }

    @Test
    void chosenDaysAreKept() {
        TimeRange range = TimeRange.of(LocalDate.of(2025, 12, 24), LocalDate.of(2026, 1, 6));
        assertThat(RangeText.write(range)).isEqualTo("2025-12-24/2026-01-06");
        assertThat(RangeText.read(RangeText.write(range))).isEqualTo(range);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SOMEDAY",
                "CUSTOM",
                "2026-02-30/2026-03-01",
                "2026-03-01/2026-02-01",
                "/",
                "0001-01-01/2026-01-01"
            })
    void whatCannotBeUnderstoodIsTheUsualRange(String text) {
        assertThat(RangeText.read(text)).isEqualTo(TimeRange.USUAL);
    }
}
