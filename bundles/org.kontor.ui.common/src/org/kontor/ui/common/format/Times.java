package org.kontor.ui.common.format;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Times as people read them: relative while they are fresh, exact where it is asked for. Immutable.
 *
 * @since 0.1
 */
public final class Times {
    private final Locale locale;
    private final ZoneId zone;
    private final InstantSource clock;
    private final ResourceBundle texts;

    private Times(Locale locale, ZoneId zone, InstantSource clock) {
        this.locale = locale;
        this.zone = zone;
        this.clock = clock;
        texts = Words.in(locale);
    }

    /** Times in a language and a zone, seen from the clock's now. */
    public static Times of(Locale locale, ZoneId zone, InstantSource clock) {
        return new Times(locale, zone, clock);
    }

    /** Times for the person in front of the window: the process's language, the machine's zone and clock. */
    public static Times here() {
        return new Times(Locale.getDefault(), ZoneId.systemDefault(), InstantSource.system());
    }

    /** The same in another zone, such as a brand's. */
    public Times in(ZoneId other) {
        return new Times(locale, other, clock);
    }

    /**
     * A moment as it is best said now: "5 min ago" within the hour, "today 09:02", "yesterday 18:22", "Thu 18:22" within six
     * days, "12 Nov" within the year, "12 Nov 2025" before. A moment ahead gets its day and time.
     */
    public String relative(Instant moment) {
        Instant now = clock.instant();
        Duration age = Duration.between(moment, now);
        // Clocks of servers go wrong by seconds: what is about to have been is now.
        if (age.compareTo(Duration.ofMinutes(-1)) > 0 && age.compareTo(Duration.ofMinutes(1)) < 0) {
            return text("time.now");
        }
        if (!age.isNegative() && age.toMinutes() < 60) {
            return text("time.minutesAgo", age.toMinutes());
        }
        return day(moment.atZone(zone), now.atZone(zone).toLocalDate());
    }

    private String day(ZonedDateTime at, LocalDate today) {
        long days = ChronoUnit.DAYS.between(at.toLocalDate(), today);
        String time = at.format(DateTimeFormatter.ofPattern("HH:mm", locale));
        if (days == 0) {
            return text("time.today", time);
        }
        if (days == 1) {
            return text("time.yesterday", time);
        }
        if (days == -1) {
            return text("time.tomorrow", time);
        }
        if (Math.abs(days) <= 6) {
            return at.format(pattern("time.weekday")) + " " + time;
        }
        return at.format(pattern(at.getYear() == today.getYear() ? "time.day" : "time.dayOfYear"));
    }

    /** A moment in full, with its zone: for tooltips. */
    public String exact(Instant moment) {
        ZonedDateTime at = moment.atZone(zone);
        return at.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale)) + ", "
                + at.format(DateTimeFormatter.ofPattern("HH:mm:ss z", locale));
    }

    /** The time of day to the second: 09:41:22. */
    public String clock(Instant moment) {
        return moment.atZone(zone).format(DateTimeFormatter.ofPattern("HH:mm:ss", locale));
    }

    /** The day: 12 Nov 2025. */
    public String date(Instant moment) {
        return moment.atZone(zone).format(pattern("time.dayOfYear"));
    }

    /** What is left until a deadline, in hours and minutes: "1:42", "2 d 3 h" beyond two days, "12 min over" once past. */
    public String left(Duration left) {
        if (left.isNegative()) {
            return text("time.over", span(left.negated()));
        }
        if (left.toHours() >= 48) {
            return text("time.daysHours", left.toDays(), left.toHoursPart());
        }
        return left.toHours() + ":" + String.format(Locale.ROOT, "%02d", left.toMinutesPart());
    }

    /** A length of time in its two largest units: "40 s", "12 min", "2 h 10 min", "3 d 4 h". */
    public String span(Duration length) {
        if (length.toMinutes() < 1) {
            return text("time.seconds", length.toSeconds());
        }
        if (length.toHours() < 1) {
            return text("time.minutes", length.toMinutes());
        }
        if (length.toHours() < 48) {
            return length.toMinutesPart() == 0
                    ? text("time.hours", length.toHours())
                    : text("time.hoursMinutes", length.toHours(), length.toMinutesPart());
        }
        return text("time.daysHours", length.toDays(), length.toHoursPart());
    }

    private DateTimeFormatter pattern(String key) {
        return DateTimeFormatter.ofPattern(texts.getString(key), locale);
    }

    private String text(String key, Object... arguments) {
        return new MessageFormat(texts.getString(key), locale).format(arguments);
    }
}
