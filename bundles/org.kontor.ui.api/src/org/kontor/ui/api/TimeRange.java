package org.kontor.ui.api;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kontor.api.report.ReportRange;

/**
 * The time range of the top bar, which every perspective follows. Open work is shown whatever the range: it narrows reports and
 * what is finished.
 *
 * @param preset how it is chosen
 * @param first the first day of a {@link Preset#CUSTOM} range, else null
 * @param last its last day, else null
 * @since 0.1
 */
public record TimeRange(
        Preset preset, @Nullable LocalDate first, @Nullable LocalDate last) {
    /** Ranges with a name. All but {@link #CUSTOM} move with the day. */
    public enum Preset {
        TODAY,
        LAST_7_DAYS,
        LAST_30_DAYS,
        LAST_90_DAYS,
        THIS_MONTH,
        LAST_MONTH,
        THIS_YEAR,
        CUSTOM
    }

    /** What stands there until the user chooses. */
    public static final TimeRange USUAL = new TimeRange(Preset.LAST_30_DAYS);

    public TimeRange {
        if ((preset == Preset.CUSTOM) != (first != null) || (first == null) != (last == null)) {
            throw new IllegalArgumentException("a custom range has two days, another has none");
        }
    }

    /** A range with a name. */
    public TimeRange(Preset preset) {
        this(preset, null, null);
    }

    /** The days from {@code first} to {@code last}, both included. */
    public static TimeRange of(LocalDate first, LocalDate last) {
        return new TimeRange(Preset.CUSTOM, first, last);
    }

    /** Its days if this is the day {@code today}. */
    public ReportRange days(LocalDate today) {
        LocalDate month = today.withDayOfMonth(1);
        return switch (preset) {
            case TODAY -> new ReportRange(today, today);
            case LAST_7_DAYS -> ReportRange.lastDays(today, 7);
            case LAST_30_DAYS -> ReportRange.lastDays(today, 30);
            case LAST_90_DAYS -> ReportRange.lastDays(today, 90);
            case THIS_MONTH -> new ReportRange(month, today);
            case LAST_MONTH -> new ReportRange(month.minusMonths(1), month.minusDays(1));
            case THIS_YEAR -> new ReportRange(today.withDayOfYear(1), today);
            case CUSTOM -> custom(first, last);
        };
    }

    private static ReportRange custom(@Nullable LocalDate first, @Nullable LocalDate last) {
        if (first == null || last == null) {
            throw new IllegalStateException("a custom range has two days");
        }
        return new ReportRange(first, last);
    }
}
