package org.kontor.ui.inbox.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SnoozeTimeTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    @Test
    void inTheMorningAllAreOffered() {
        // A Thursday.
        assertThat(SnoozeTime.offered(at("2025-11-20T10:00:00"), BERLIN)).containsExactly(SnoozeTime.values());
    }

    @Test
    void theEveningIsNotOfferedOnceItIsNear() {
        assertThat(SnoozeTime.offered(at("2025-11-20T17:30:00"), BERLIN)).doesNotContain(SnoozeTime.THIS_EVENING);
    }

    @Test
    void onASundayTomorrowIsMonday() {
        assertThat(SnoozeTime.offered(at("2025-11-23T10:00:00"), BERLIN)).doesNotContain(SnoozeTime.MONDAY);
    }

    @Test
    void timesAreMeantByTheClockOnTheWallAlsoOverTheChangeToSummerTime() {
        assertThat(SnoozeTime.TOMORROW.from(at("2026-03-28T10:00:00"), BERLIN)).isEqualTo(at("2026-03-29T09:00:00"));
        assertThat(SnoozeTime.MONDAY.from(at("2025-11-24T10:00:00"), BERLIN)).isEqualTo(at("2025-12-01T09:00:00"));
        assertThat(SnoozeTime.IN_ONE_HOUR.from(at("2025-11-20T10:00:40"), BERLIN))
                .isEqualTo(at("2025-11-20T11:00:00"));
    }
}
