package org.kontor.escalation.internal.clock;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kontor.api.clock.OfficeHours;
import org.kontor.api.clock.OfficeHours.Interval;
import org.kontor.api.clock.OfficeHours.SpecialDay;

/**
 * Exact arithmetic of office time. It walks over the stretches in which the zone's offset and the date stay the same, so that
 * within one of them the wall clock and real time run alike; what the clocks skip or show twice falls out by itself (see
 * {@link OfficeHours}). Immutable.
 */
public final class OfficeTime {
    private final OfficeHours hours;
    private final ZoneRules rules;
    private final Map<LocalDate, SpecialDay> special = new HashMap<>();

    public OfficeTime(OfficeHours hours) {
        this.hours = hours;
        rules = hours.zone().getRules();
        hours.special().forEach(day -> special.put(day.date(), day));
    }

    /** Whether the office is open at a moment. */
    public boolean open(Instant at) {
        LocalDateTime shown = LocalDateTime.ofInstant(at, rules.getOffset(at));
        int minute = shown.getHour() * 60 + shown.getMinute();
        return intervals(shown.toLocalDate()).stream().anyMatch(i -> i.fromMinute() <= minute && minute < i.toMinute());
    }

    /**
     * The moment at which so much office time has passed since {@code start}. Where it is the last moment before the office
     * closes, it is that moment and not the next opening.
     *
     * @param time longer than zero
     * @throws IllegalArgumentException if {@code time} is not longer than zero
     * @throws DateTimeException if the calendar ends before; {@link org.kontor.api.clock.Policy} allows nothing that long
     */
    public Instant plus(Instant start, Duration time) {
        if (time.isZero() || time.isNegative()) {
            throw new IllegalArgumentException("time: longer than zero, was " + time);
        }
        Duration left = time;
        Stretch stretch = new Stretch(start);
        while (true) {
            for (Interval interval : intervals(stretch.date)) {
                Instant from = stretch.from(interval);
                Duration open = Duration.between(from, stretch.to(interval));
                if (open.compareTo(left) >= 0) {
                    return from.plus(left);
                }
                left = open.isNegative() ? left : left.minus(open);
            }
            stretch.next();
        }
    }

    /** The office time from one moment to a later one; negative where it is an earlier one. */
    public Duration between(Instant from, Instant to) {
        if (to.isBefore(from)) {
            return between(to, from).negated();
        }
        Duration sum = Duration.ZERO;
        for (Stretch stretch = new Stretch(from); stretch.begin.isBefore(to); stretch.next()) {
            for (Interval interval : intervals(stretch.date)) {
                Instant end = stretch.to(interval);
                Duration open = Duration.between(stretch.from(interval), end.isBefore(to) ? end : to);
                sum = open.isNegative() ? sum : sum.plus(open);
            }
        }
        return sum;
    }

    private List<Interval> intervals(LocalDate date) {
        SpecialDay day = special.get(date);
        return day == null ? hours.on(date.getDayOfWeek()) : day.open();
    }

    /** A stretch of time, not empty, in which neither the zone's offset nor the date changes. */
    private final class Stretch {
        private Instant begin;
        private Instant end = Instant.MIN;
        private ZoneOffset offset = ZoneOffset.UTC;
        private LocalDate date = LocalDate.EPOCH;
        /** When the offset changes next; looked up once for each change. */
        private Instant change = Instant.MIN;

        Stretch(Instant begin) {
            this.begin = begin;
            settle();
        }

        void next() {
            begin = end;
            settle();
        }

        private void settle() {
            if (!begin.isBefore(change)) {
                offset = rules.getOffset(begin);
                ZoneOffsetTransition transition = rules.nextTransition(begin);
                change = transition == null ? Instant.MAX : transition.getInstant();
            }
            date = LocalDateTime.ofInstant(begin, offset).toLocalDate();
            Instant midnight = date.plusDays(1).atStartOfDay().toInstant(offset);
            end = midnight.isBefore(change) ? midnight : change;
        }

        /** When an interval of the date begins, not before the stretch does. */
        Instant from(Interval interval) {
            Instant from = at(interval.fromMinute());
            return from.isBefore(begin) ? begin : from;
        }

        /** When an interval of the date ends, not after the stretch does; may be before {@link #from}. */
        Instant to(Interval interval) {
            Instant to = at(interval.toMinute());
            return to.isAfter(end) ? end : to;
        }

        private Instant at(int minute) {
            return date.atStartOfDay().toInstant(offset).plusSeconds(minute * 60L);
        }
    }
}
