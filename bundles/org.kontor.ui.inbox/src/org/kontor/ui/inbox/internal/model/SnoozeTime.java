package org.kontor.ui.inbox.internal.model;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;

/** Times to put a conversation aside until, as an agent means them: by the clock on the agent's wall. */
public enum SnoozeTime {
    IN_ONE_HOUR {
        @Override
        ZonedDateTime after(ZonedDateTime now) {
            return now.plusHours(1).truncatedTo(ChronoUnit.MINUTES);
        }
    },
    THIS_EVENING {
        @Override
        ZonedDateTime after(ZonedDateTime now) {
            return now.with(EVENING);
        }
    },
    TOMORROW {
        @Override
        ZonedDateTime after(ZonedDateTime now) {
            return now.plusDays(1).with(MORNING);
        }
    },
    MONDAY {
        @Override
        ZonedDateTime after(ZonedDateTime now) {
            return now.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).with(MORNING);
        }
    };

    static final LocalTime EVENING = LocalTime.of(18, 0);
    static final LocalTime MORNING = LocalTime.of(9, 0);

    abstract ZonedDateTime after(ZonedDateTime now);

    /** The moment that is meant. */
    public Instant from(Instant now, ZoneId zone) {
        return after(now.atZone(zone)).toInstant();
    }

    /** Those worth offering now: the evening only while it is an hour away, Monday only if it is not tomorrow. */
    public static List<SnoozeTime> offered(Instant now, ZoneId zone) {
        return Arrays.stream(values())
                .filter(time -> time != THIS_EVENING || time.from(now, zone).isAfter(now.plus(1, ChronoUnit.HOURS)))
                .filter(time -> time != MONDAY || !time.from(now, zone).equals(TOMORROW.from(now, zone)))
                .toList();
    }
}
