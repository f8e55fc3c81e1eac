package org.kontor.ui.escalation.internal.model;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says a time in words that can be typed, and reads what was typed: a day and a time, a time alone (the next one to come),
 * {@code today}, {@code tomorrow} or the German words with a time, or a length from now such as {@code +2h}. Both languages
 * are read in either; the language decides how it is written. Immutable.
 */
public final class DueText {
    /** What was typed means. */
    public sealed interface Read {
        /** A time. */
        record At(Instant time) implements Read {}

        /** Nothing was promised. */
        record Nothing() implements Read {}

        /** It cannot be read. */
        record Unreadable() implements Read {}
    }

    private static final Pattern LENGTH = Pattern.compile("\\+\\s*(\\d{1,4})\\s*(min|m|h|d|t)");
    private static final Pattern TIME = Pattern.compile("(?:(.*?)[ ,T]+)?(\\d{1,2}):(\\d{2})");
    private static final Pattern ISO_DAY = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern GERMAN_DAY = Pattern.compile("(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})?");
    private static final LocalTime END_OF_DAY = LocalTime.of(18, 0);

    private final ZoneId zone;
    private final DateTimeFormatter written;

    /** @param zone of the brand: what it promises it promises in its own time */
    public DueText(Locale locale, ZoneId zone) {
        this.zone = zone;
        boolean german = locale.getLanguage().equals(Locale.GERMAN.getLanguage());
        written = DateTimeFormatter.ofPattern(german ? "dd.MM.yyyy HH:mm" : "yyyy-MM-dd HH:mm", Locale.ROOT)
                .withZone(zone);
    }

    /** The words for a time; empty for none. */
    public String print(@Nullable Instant time) {
        return time == null ? "" : written.format(time);
    }

    /** What words mean at {@code now}. */
    public Read read(String typed, Instant now) {
        String words = typed.strip().toLowerCase(Locale.ROOT);
        if (words.isEmpty()) {
            return new Read.Nothing();
        }
        try {
            Matcher length = LENGTH.matcher(words);
            if (length.matches()) {
                return new Read.At(now.plus(length(Long.parseLong(length.group(1)), length.group(2))));
            }
            Matcher time = TIME.matcher(words);
            boolean timed = time.matches();
            LocalTime at =
                    timed ? LocalTime.of(Integer.parseInt(time.group(2)), Integer.parseInt(time.group(3))) : END_OF_DAY;
            String day = timed ? time.group(1) : words;
            return day == null || day.isBlank() ? next(at, now) : on(day.strip(), at, now);
        } catch (DateTimeException noSuchTime) {
            return new Read.Unreadable();
        }
    }

    private static Duration length(long number, String unit) {
        return switch (unit) {
            case "h" -> Duration.ofHours(number);
            case "d", "t" -> Duration.ofDays(number);
            default -> Duration.ofMinutes(number);
        };
    }

    private Read next(LocalTime at, Instant now) {
        Instant today = LocalDate.ofInstant(now, zone).atTime(at).atZone(zone).toInstant();
        return new Read.At(
                today.isAfter(now)
                        ? today
                        : LocalDate.ofInstant(now, zone)
                                .plusDays(1)
                                .atTime(at)
                                .atZone(zone)
                                .toInstant());
    }

    private Read on(String day, LocalTime at, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        LocalDate found = day(day, today);
        return found == null
                ? new Read.Unreadable()
                : new Read.At(found.atTime(at).atZone(zone).toInstant());
    }

    private static @Nullable LocalDate day(String day, LocalDate today) {
        switch (day) {
            case "today", "heute":
                return today;
            case "tomorrow", "morgen":
                return today.plusDays(1);
            default:
                break;
        }
        Matcher iso = ISO_DAY.matcher(day);
        if (iso.matches()) {
            return LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3));
        }
        Matcher german = GERMAN_DAY.matcher(day);
        if (!german.matches()) {
            return null;
        }
        if (german.group(3) != null) {
            return LocalDate.of(number(german, 3), number(german, 2), number(german, 1));
        }
        LocalDate thisYear = LocalDate.of(today.getYear(), number(german, 2), number(german, 1));
        return thisYear.isBefore(today) ? thisYear.plusYears(1) : thisYear;
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }
}
