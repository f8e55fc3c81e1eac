package org.kontor.ui.common.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    /** A Thursday, 10:00 in Berlin. */
    private static final Instant NOW = Instant.parse("2026-11-19T09:00:00Z");

    private final Locale before = Locale.getDefault();
    private final Times english = Times.of(Locale.ENGLISH, BERLIN, InstantSource.fixed(NOW));
    private final Times german = Times.of(Locale.GERMAN, BERLIN, InstantSource.fixed(NOW));

    @BeforeEach
    void onAMachineOfAThirdLanguage() {
        Locale.setDefault(Locale.FRANCE);
    }

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    @Test
    void whatIsFreshIsRelative() {
        assertThat(english.relative(NOW.minusSeconds(20))).isEqualTo("just now");
        assertThat(english.relative(NOW.minusSeconds(300))).isEqualTo("5 min ago");
        assertThat(german.relative(NOW.minusSeconds(300))).isEqualTo("vor 5 min");
        assertThat(german.relative(NOW.minusSeconds(20))).isEqualTo("gerade eben");
    }

    @Test
    void aServerClockSecondsAheadIsNow() {
        assertThat(english.relative(NOW.plusSeconds(40))).isEqualTo("just now");
    }

    @Test
    void whatIsOlderGetsItsDay() {
        assertThat(english.relative(Instant.parse("2026-11-19T06:02:00Z"))).isEqualTo("today 07:02");
        assertThat(english.relative(Instant.parse("2026-11-18T17:22:00Z"))).isEqualTo("yesterday 18:22");
        assertThat(german.relative(Instant.parse("2026-11-18T17:22:00Z"))).isEqualTo("gestern 18:22");
        assertThat(english.relative(Instant.parse("2026-11-14T17:22:00Z"))).isEqualTo("Sat 18:22");
        assertThat(german.relative(Instant.parse("2026-11-14T17:22:00Z"))).isEqualTo("Sa. 18:22");
        assertThat(english.relative(Instant.parse("2026-10-12T10:00:00Z"))).isEqualTo("12 Oct");
        assertThat(german.relative(Instant.parse("2026-10-12T10:00:00Z"))).isEqualTo("12. Okt.");
        assertThat(english.relative(Instant.parse("2025-10-12T10:00:00Z"))).isEqualTo("12 Oct 2025");
    }

    @Test
    void theDayIsThatOfTheZone() {
        Instant lateInBerlin = Instant.parse("2026-11-18T23:30:00Z");
        assertThat(english.relative(lateInBerlin)).isEqualTo("today 00:30");
        assertThat(english.in(ZoneId.of("UTC")).relative(lateInBerlin)).isEqualTo("yesterday 23:30");
    }

    @Test
    void whatIsAheadGetsItsDay() {
        assertThat(english.relative(NOW.plus(Duration.ofHours(2)))).isEqualTo("today 12:00");
        assertThat(german.relative(NOW.plus(Duration.ofHours(24)))).isEqualTo("morgen 10:00");
    }

    @Test
    void exactTimesNameDayAndZone() {
        assertThat(english.exact(NOW)).startsWith("Thursday").contains("2026").endsWith("10:00:00 CET");
        assertThat(german.exact(NOW)).isEqualTo("Donnerstag, 19. November 2026, 10:00:00 MEZ");
    }

    @Test
    void whatIsLeftIsHoursAndMinutes() {
        assertThat(english.left(Duration.ofMinutes(102))).isEqualTo("1:42");
        assertThat(english.left(Duration.ofMinutes(18))).isEqualTo("0:18");
        assertThat(english.left(Duration.ofHours(51))).isEqualTo("2 d 3 h");
        assertThat(english.left(Duration.ofMinutes(-12))).isEqualTo("12 min over");
        assertThat(german.left(Duration.ofMinutes(-12))).isEqualTo("12 min überfällig");
        assertThat(german.left(Duration.ofMinutes(-130))).isEqualTo("2 h 10 min überfällig");
    }

    @Test
    void spansUseTheirTwoLargestUnits() {
        assertThat(english.span(Duration.ofSeconds(40))).isEqualTo("40 s");
        assertThat(english.span(Duration.ofMinutes(120))).isEqualTo("2 h");
        assertThat(german.span(Duration.ofHours(76))).isEqualTo("3 T. 4 h");
    }
}
