package org.kontor.ui.inbox.internal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.api.TimeRange;
import org.kontor.ui.common.format.Words;

/** Says a time range in the language of the window. */
public final class RangeWords {
    private final Messages texts;
    private final DateTimeFormatter day;

    public RangeWords(Messages texts, Locale locale) {
        this.texts = texts;
        day = DateTimeFormatter.ofPattern(Words.in(locale).getString("time.dayOfYear"), locale);
    }

    public String of(TimeRange range) {
        return switch (range.preset()) {
            case TODAY -> texts.range_today;
            case LAST_7_DAYS -> texts.range_last7;
            case LAST_30_DAYS -> texts.range_last30;
            case LAST_90_DAYS -> texts.range_last90;
            case THIS_MONTH -> texts.range_thisMonth;
            case LAST_MONTH -> texts.range_lastMonth;
            case THIS_YEAR -> texts.range_thisYear;
            case CUSTOM -> said(range.first()) + " \u2013 " + said(range.last());
        };
    }

    private String said(@Nullable LocalDate date) {
        return date == null ? "" : day.format(date);
    }
}
