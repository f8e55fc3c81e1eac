package org.kontor.api.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Whole days of a brand. For brands of several time zones the same dates are other spans of time.
 *
 * @param first the first day
 * @param last the last day, not before the first
 * @since 0.1
 */
public record ReportRange(LocalDate first, LocalDate last) {
    /** The most days that a report looks at. */
    public static final int MOST_DAYS = 3_660;

    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 2);

    public ReportRange {
        if (last.isBefore(first) || first.isBefore(EARLIEST)) {
            throw new IllegalArgumentException("a range runs from " + EARLIEST + " on, was " + first + " to " + last);
        }
        if (ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            throw new IllegalArgumentException("a range holds at most " + MOST_DAYS + " days");
        }
    }

    /** The last days up to and with {@code today}. */
    public static ReportRange lastDays(LocalDate today, int days) {
        return new ReportRange(today.minusDays(days - 1L), today);
    }

    /** When the range begins in a zone. A day begins where its first moment lies, also if midnight is left out. */
    public Instant from(ZoneId zone) {
        return first.atStartOfDay(zone).toInstant();
    }

    /** When the range has ended in a zone; exclusive. */
    public Instant to(ZoneId zone) {
        return last.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** The span of as many days that ends the day before. */
    public ReportRange before() {
        return new ReportRange(first.minusDays(ChronoUnit.DAYS.between(first, last) + 1), first.minusDays(1));
    }

    /** Its days in order. */
    public List<LocalDate> days() {
        return first.datesUntil(last.plusDays(1)).toList();
    }
}
