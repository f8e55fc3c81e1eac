package org.kontor.app.internal.model;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.kontor.api.report.ReportRange;
import org.kontor.app.internal.Messages;
import org.kontor.ui.api.TimeRange;
import org.kontor.ui.api.TimeRange.Preset;
import org.kontor.ui.common.format.Words;

/** Says a time range in the language of the window. */
public final class RangeWords {
    private final Messages texts;
    private final DateTimeFormatter inYear;
    private final DateTimeFormatter full;

    public RangeWords(Messages texts, Locale locale) {
        this.texts = texts;
        inYear = DateTimeFormatter.ofPattern(Words.in(locale).getString("time.day"), locale);
        full = DateTimeFormatter.ofPattern(Words.in(locale).getString("time.dayOfYear"), locale);
    }

    /** As it stands on the button. */
    public String label(TimeRange range, LocalDate today) {
        return range.preset() == Preset.CUSTOM ? days(range, today) : preset(range.preset());
    }

    /** Its first and last day. */
    public String days(TimeRange range, LocalDate today) {
        ReportRange days = range.days(today);
        if (days.first().equals(days.last())) {
            return full.format(days.first());
        }
        boolean sameYear = days.first().getYear() == days.last().getYear();
        return MessageFormat.format(
                texts.range_days, (sameYear ? inYear : full).format(days.first()), full.format(days.last()));
    }

    /** The name of a preset; for {@link Preset#CUSTOM} that of the dialog. */
    public String preset(Preset preset) {
        return switch (preset) {
            case TODAY -> texts.range_today;
            case LAST_7_DAYS -> texts.range_last7;
            case LAST_30_DAYS -> texts.range_last30;
            case LAST_90_DAYS -> texts.range_last90;
            case THIS_MONTH -> texts.range_thisMonth;
            case LAST_MONTH -> texts.range_lastMonth;
            case THIS_YEAR -> texts.range_thisYear;
            case CUSTOM -> texts.range_custom;
        };
    }

    /** What is wrong with two days as a range; nothing if they make one. */
    public Optional<String> problem(LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            return Optional.of(texts.range_backwards);
        }
        boolean tooLong = ChronoUnit.DAYS.between(first, last) >= ReportRange.MOST_DAYS;
        return tooLong || first.getYear() <= 1970 ? Optional.of(texts.range_tooLong) : Optional.empty();
    }
}
