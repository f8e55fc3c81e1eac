package org.kontor.ui.escalation.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DueTextTest {
    /** 15:30 in Berlin. */
    private static final Instant NOW = Instant.parse("2026-11-27T14:30:00Z");

    private final DueText english = new DueText(Locale.ENGLISH, ZoneId.of("Europe/Berlin"));
    private final DueText german = new DueText(Locale.GERMANY, ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @CsvSource({
        "2026-11-28 12:00, 2026-11-28T11:00:00Z",
        "28.11.2026 12:00, 2026-11-28T11:00:00Z",
        "28.11. 12:00, 2026-11-28T11:00:00Z",
        "28.11., 2026-11-28T17:00:00Z",
        "1.2. 8:00, 2027-02-01T07:00:00Z",
        "16:00, 2026-11-27T15:00:00Z",
        "9:15, 2026-11-28T08:15:00Z",
        "today 17:00, 2026-11-27T16:00:00Z",
        "Morgen 9:00, 2026-11-28T08:00:00Z",
        "tomorrow, 2026-11-28T17:00:00Z",
        "+2h, 2026-11-27T16:30:00Z",
        "+ 45 min, 2026-11-27T15:15:00Z",
        "+3d, 2026-11-30T14:30:00Z"
    })
    void whatPeopleTypeIsATime(String typed, Instant expected) {
        assertThat(english.read(typed, NOW)).isEqualTo(new DueText.Read.At(expected));
        assertThat(german.read(typed, NOW)).isEqualTo(new DueText.Read.At(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "25:00", "31.2.2026 12:00", "2026-13-01", "12", "+h", "28.11.2026 12"})
    void whatIsNoTimeIsToldApart(String typed) {
        assertThat(english.read(typed, NOW)).isInstanceOf(DueText.Read.Unreadable.class);
    }

    @Test
    void whatIsWrittenCanBeRead() {
        Instant time = Instant.parse("2026-12-01T05:07:00Z");
        assertThat(english.print(time)).isEqualTo("2026-12-01 06:07");
        assertThat(german.print(time)).isEqualTo("01.12.2026 06:07");
        assertThat(english.read(english.print(time), NOW)).isEqualTo(new DueText.Read.At(time));
        assertThat(german.read(german.print(time), NOW)).isEqualTo(new DueText.Read.At(time));
        assertThat(english.print(null)).isEmpty();
        assertThat(english.read(" ", NOW)).isInstanceOf(DueText.Read.Nothing.class);
    }
}
