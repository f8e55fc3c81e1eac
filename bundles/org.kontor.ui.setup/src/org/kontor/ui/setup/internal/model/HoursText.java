package org.kontor.ui.setup.internal.model;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kontor.api.clock.BadClockException;
import org.kontor.api.clock.OfficeHours.Interval;
import org.kontor.api.clock.OfficeHours.SpecialDay;
import org.kontor.ui.setup.internal.model.Problem.Cause;

/** Opening hours, special days and lengths of time as people type them. Pure. */
final class HoursText {
    /** Between special days: a line of the form. */
    static final String NEXT = ";";

    private static final Pattern INTERVAL = Pattern.compile(
            "(\\d{1,2})(?:[:.](\\d{2}))?\\s*(?:-|\u2013|\u2014|to|bis)\\s*(\\d{1,2})(?:[:.](\\d{2}))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY =
            Pattern.compile("(\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}\\.\\s?\\d{1,2}\\.\\s?\\d{4})(.*)", Pattern.DOTALL);
    /** Hours at the beginning of what follows a date; the rest is the name of the day. */
    private static final Pattern HOURS_THEN_NAME = Pattern.compile(
            "((?:\\s*,?\\s*" + INTERVAL.pattern().replace("(\\d", "(?:\\d") + ")*)(.*)", Pattern.DOTALL);

    private static final Pattern LENGTH = Pattern.compile(
            "(?:(\\d{1,4})\\s*(?:h|hours?|std|stunden?)\\.?)?\\s*(?:(\\d{1,4})\\s*(?:m|min|minutes?|minuten?)\\.?)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CLOCK_LENGTH = Pattern.compile("(\\d{1,3}):([0-5]\\d)");

    private HoursText() {}

    /** What was read, or why it could not be. */
    record Read<T>(Optional<T> value, Optional<Cause> wrong) {
        static <T> Read<T> of(T value) {
            return new Read<>(Optional.of(value), Optional.empty());
        }

        static <T> Read<T> not(Cause cause) {
            return new Read<>(Optional.empty(), Optional.of(cause));
        }
    }

    /** Reads "9-12, 13:00-17:30"; nothing is closed. 24:00 or 0:00 ends the day. */
    static Read<List<Interval>> hours(String typed) {
        List<Interval> open = new ArrayList<>();
        for (String part : typed.split("[,+&]|\\s(?:and|und)\\s")) {
            if (part.isBlank()) {
                continue;
            }
            Matcher found = INTERVAL.matcher(part.strip());
            if (!found.matches()) {
                return Read.not(Cause.NOT_HOURS);
            }
            int from = minutes(found.group(1), found.group(2));
            int to = minutes(found.group(3), found.group(4));
            to = to == 0 ? 1_440 : to;
            if (from < 0 || from >= 1_440 || to < 0 || to > 1_440) {
                return Read.not(Cause.NOT_HOURS);
            }
            if (from >= to) {
                return Read.not(Cause.OVER_MIDNIGHT);
            }
            open.add(Interval.ofMinutes(from, to));
        }
        try {
            return Read.of(new SpecialDay(LocalDate.EPOCH, "", open).open());
        } catch (BadClockException overlap) {
            // The one thing that can still be wrong with intervals each of which is good.
            return Read.not(Cause.HOURS_OVERLAP);
        }
    }

    private static int minutes(String hour, @Nullable String minute) {
        int minutes = minute == null ? 0 : Integer.parseInt(minute);
        return minutes > 59 ? -1 : Integer.parseInt(hour) * 60 + minutes;
    }

    /** Writes "09:00–12:00, 13:00–17:30". */
    static String hours(List<Interval> open) {
        return open.stream()
                .map(i -> time(i.fromMinute()) + "\u2013" + time(i.toMinute()))
                .collect(Collectors.joining(", "));
    }

    private static String time(int minute) {
        return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
    }

    /** Reads days, a line each: the date, then hours if it is open, then a name. */
    static Read<List<SpecialDay>> days(String typed) {
        List<SpecialDay> days = new ArrayList<>();
        for (String line : typed.split(NEXT)) {
            if (line.isBlank()) {
                continue;
            }
            Optional<SpecialDay> day = day(line.strip());
            if (day.isEmpty()) {
                return Read.not(Cause.NOT_A_DAY);
            }
            if (days.stream().anyMatch(d -> d.date().equals(day.get().date()))) {
                return Read.not(Cause.DAY_TWICE);
            }
            days.add(day.get());
        }
        days.sort(Comparator.comparing(SpecialDay::date));
        return Read.of(days);
    }

    /** The line that {@link #days(String)} stumbles over; empty where it reads all. */
    static String stumble(String typed) {
        return Arrays.stream(typed.split(NEXT))
                .filter(line -> !line.isBlank() && day(line.strip()).isEmpty())
                .findFirst()
                .orElse("")
                .strip();
    }

    private static Optional<SpecialDay> day(String line) {
        Matcher found = DAY.matcher(line);
        if (!found.matches()) {
            return Optional.empty();
        }
        Matcher rest = HOURS_THEN_NAME.matcher(found.group(2));
        if (!rest.matches()) {
            return Optional.empty();
        }
        Optional<List<Interval>> open = hours(rest.group(1)).value();
        String name = rest.group(2).strip().replaceFirst("^[,:\u2013-]\\s*", "");
        return open.flatMap(hours -> date(found.group(1)).map(date -> new SpecialDay(date, name, hours)));
    }

    private static Optional<LocalDate> date(String typed) {
        String[] parts = typed.split("[-.]\\s?");
        boolean iso = typed.contains("-");
        try {
            int day = Integer.parseInt(parts[iso ? 2 : 0]);
            return Optional.of(LocalDate.of(Integer.parseInt(parts[iso ? 0 : 2]), Integer.parseInt(parts[1]), day));
        } catch (DateTimeException noSuchDay) {
            // 31 April: the form says so.
            return Optional.empty();
        }
    }

    /** Writes days as they are typed, in the language's way to write a date. */
    static String days(List<SpecialDay> days, Locale locale) {
        DateTimeFormatter date = DateTimeFormatter.ofPattern(
                locale.getLanguage().equals("de") ? "dd.MM.yyyy" : "yyyy-MM-dd", Locale.ROOT);
        return days.stream()
                .map(day -> (day.date().format(date) + " " + hours(day.open()) + " ").replace("  ", " ") + day.name())
                .map(String::strip)
                .collect(Collectors.joining(NEXT));
    }

    /** Reads "4 h", "1 h 30 min", "45 min", "1:30". */
    static Read<Duration> length(String typed) {
        String text = typed.strip();
        Matcher clock = CLOCK_LENGTH.matcher(text);
        Matcher words = LENGTH.matcher(text);
        Duration length = Duration.ZERO;
        if (clock.matches()) {
            length = Duration.ofMinutes(Integer.parseInt(clock.group(1)) * 60L + Integer.parseInt(clock.group(2)));
        } else if (words.matches()) {
            length = Duration.ofMinutes(number(words.group(1)) * 60L + number(words.group(2)));
        }
        return length.isZero() ? Read.not(Cause.NOT_A_LENGTH) : Read.of(length);
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** Writes "1 h 30 min". */
    static String length(Duration length) {
        String hours = length.toHours() == 0 ? "" : length.toHours() + " h";
        String minutes = length.toMinutesPart() == 0 ? "" : length.toMinutesPart() + " min";
        return (hours + " " + minutes).strip();
    }
}
