package org.kontor.api.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kontor.api.clock.OfficeHours.Interval;
import org.kontor.api.clock.OfficeHours.SpecialDay;
import org.kontor.api.id.BrandId;

class PolicyTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Interval MORNING = Interval.ofMinutes(540, 720);
    private static final Interval NOON = Interval.ofMinutes(700, 800);
    private static final LocalDate DAY = LocalDate.of(2026, 12, 25);

    private static OfficeHours monday(Interval... open) {
        return new OfficeHours(BERLIN, Map.of(DayOfWeek.MONDAY, List.of(open)), List.of());
    }

    private static Policy policy(Duration first, int warn) {
        return new Policy(new BrandId(1), monday(MORNING), first, Policy.Start.SEEN, warn);
    }

    private static String badField(Runnable making) {
        return catchThrowableOfType(BadClockException.class, making::run).field();
    }

    @Test
    void whatIsWrongIsNamed() {
        assertThat(badField(() -> new OfficeHours(BERLIN, Map.of(), List.of()))).isEqualTo("weekly");
        assertThat(badField(() -> monday())).isEqualTo("weekly");
        assertThat(badField(() -> monday(NOON, MORNING))).isEqualTo("weekly.MONDAY");
        assertThat(badField(() -> new SpecialDay(DAY, "", List.of(MORNING, NOON))))
                .isEqualTo("special.2026-12-25");
        SpecialDay day = new SpecialDay(DAY, "", List.of());
        assertThat(badField(() -> new OfficeHours(BERLIN, Map.of(DayOfWeek.MONDAY, List.of(NOON)), List.of(day, day))))
                .isEqualTo("special.2026-12-25");
        assertThat(badField(() -> new Interval(LocalTime.of(17, 0), LocalTime.of(9, 0))))
                .isEqualTo("interval");
        assertThat(badField(() -> new Interval(LocalTime.of(9, 0), LocalTime.of(9, 0))))
                .isEqualTo("interval");
        assertThat(badField(() -> new Interval(LocalTime.of(9, 0, 1), LocalTime.of(10, 0))))
                .isEqualTo("interval");
        assertThat(badField(() -> Interval.ofMinutes(0, 1441))).isEqualTo("interval");
        assertThat(badField(() -> policy(Duration.ZERO, 75))).isEqualTo("firstResponse");
        assertThat(badField(() -> policy(Duration.ofSeconds(90), 75))).isEqualTo("firstResponse");
        assertThat(badField(() -> policy(Duration.ofHours(3 * 26 + 1), 75))).isEqualTo("firstResponse");
        assertThat(badField(() -> policy(Duration.ofHours(1), 100))).isEqualTo("warnPercent");
    }

    @Test
    void tooManySpecialDaysAreRefused() {
        List<SpecialDay> apart = IntStream.rangeClosed(0, OfficeHours.MOST_SPECIAL)
                .mapToObj(i -> new SpecialDay(DAY.plusDays(i), "", List.of()))
                .toList();
        assertThat(badField(() -> new OfficeHours(BERLIN, Map.of(DayOfWeek.MONDAY, List.of(NOON)), apart)))
                .isEqualTo("special");
    }

    @Test
    void intervalsAreInTheirOrderWhateverTheOrderGiven() {
        Interval late = Interval.ofMinutes(800, 1440);
        assertThat(monday(late, MORNING).on(DayOfWeek.MONDAY)).containsExactly(MORNING, late);
        assertThat(late.to()).isEqualTo(LocalTime.MIDNIGHT);
        assertThat(late.length()).isEqualTo(Duration.ofMinutes(640));
    }

    @Test
    void alwaysIsTheWholeWeek() {
        assertThat(OfficeHours.always(BERLIN).always()).isTrue();
        assertThat(OfficeHours.always(BERLIN).weekTime()).isEqualTo(Duration.ofDays(7));
        assertThat(monday(Interval.DAY).always()).isFalse();
    }

    @Test
    void theWarningComesAfterItsShareOfTheTime() {
        assertThat(policy(Duration.ofHours(2), 75).warnAfter()).isEqualTo(Duration.ofMinutes(90));
        assertThat(policy(Duration.ofMinutes(1), 75).warnAfter()).isEqualTo(Duration.ofSeconds(45));
    }

    @Test
    void theEarlierDeadlineHolds() {
        Deadline soon = new Deadline(Instant.EPOCH, Instant.EPOCH.plusSeconds(1));
        Deadline late = new Deadline(Instant.EPOCH, Instant.EPOCH.plusSeconds(2));
        assertThat(Deadline.earlier(soon, late)).isEqualTo(soon);
        assertThat(Deadline.earlier(late, soon)).isEqualTo(soon);
        assertThat(Deadline.earlier(null, late)).isEqualTo(late);
        assertThat(Deadline.earlier(late, null)).isEqualTo(late);
        assertThat(Deadline.earlier(null, null)).isNull();
    }
}
