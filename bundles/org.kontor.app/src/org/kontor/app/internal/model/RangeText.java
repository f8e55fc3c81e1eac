package org.kontor.app.internal.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.api.TimeRange;

/** Writes a time range into a file: the name of a preset, or its two days as {@code 2026-11-01/2026-11-27}. */
public final class RangeText {
    private RangeText() {}

    /** As it is kept. */
    public static String write(TimeRange range) {
        LocalDate first = range.first();
        LocalDate last = range.last();
        return first == null || last == null ? range.preset().name() : first + "/" + last;
    }

    /** As it was kept; the usual range if this version does not understand it. */
    public static TimeRange read(@Nullable String text) {
        if (text == null) {
            return TimeRange.USUAL;
        }
        try {
            int slash = text.indexOf('/');
            TimeRange range = slash < 0
                    ? new TimeRange(TimeRange.Preset.valueOf(text))
                    : TimeRange.of(
                            LocalDate.parse(text.substring(0, slash)), LocalDate.parse(text.substring(slash + 1)));
            // Days that no report would take are not understood either.
            range.days(LocalDate.now());
            return range;
        } catch (IllegalArgumentException | DateTimeException e) {
            return TimeRange.USUAL;
        }
    }
}
