package org.kontor.channel.mail.internal.read;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kontor.channel.mail.internal.mime.Headers;

/** When a mail was written. Believes its Date header only as far as the receiving servers bear it out. */
final class MailDate {
    /** How far a sender's clock may be ahead. */
    private static final Duration AHEAD = Duration.ofMinutes(10);

    /** How long a mail may be on its way: servers give up after five days. */
    private static final Duration ON_THE_WAY = Duration.ofDays(7);

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Pattern FORM =
            Pattern.compile("(\\d{1,2})[\\s-]+([A-Za-z]{3})[A-Za-z]*\\.?[\\s-]+(\\d{2,4})\\s+(\\d{1,2}):(\\d{2})"
                    + "(?::(\\d{2}))?(?:[.,]\\d+)?\\s*([+-]\\d{4}|[A-Za-z]{1,5})?");
    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("jan", 1),
            Map.entry("feb", 2),
            Map.entry("mar", 3),
            Map.entry("mrz", 3),
            Map.entry("apr", 4),
            Map.entry("may", 5),
            Map.entry("mai", 5),
            Map.entry("jun", 6),
            Map.entry("jul", 7),
            Map.entry("aug", 8),
            Map.entry("sep", 9),
            Map.entry("oct", 10),
            Map.entry("okt", 10),
            Map.entry("nov", 11),
            Map.entry("dec", 12),
            Map.entry("dez", 12));
    private static final Map<String, Integer> ZONES = Map.of(
            "EST", -5, "EDT", -4, "CST", -6, "CDT", -5, "MST", -7, "MDT", -6, "PST", -8, "PDT", -7, "CET", 1, "CEST",
            2);

    private MailDate() {}

    /**
     * When the mail counts as published.
     *
     * @param stored when the mailbox took it (INTERNALDATE); null if unknown
     * @param own whether it is a mail of ours, which no server has stamped
     */
    static Instant published(Headers headers, @Nullable Instant stored, boolean own) {
        Optional<Instant> written = parse(headers.first("date"));
        Optional<Instant> arrived = own ? Optional.ofNullable(stored) : arrived(headers, stored);
        if (arrived.isEmpty()) {
            return written.orElse(EARLIEST);
        }
        Instant limit = arrived.get();
        return written.filter(w -> !w.isAfter(limit.plus(AHEAD)))
                .filter(w -> own || !w.isBefore(limit.minus(ON_THE_WAY)))
                .orElse(limit);
    }

    /** The stamp of the last server, which survives a move of the mailbox; the mailbox's own where that is absurd. */
    private static Optional<Instant> arrived(Headers headers, @Nullable Instant stored) {
        List<String> received = headers.all("received");
        if (!received.isEmpty()) {
            String top = received.get(0);
            Optional<Instant> stamped = parse(top.substring(top.lastIndexOf(';') + 1));
            if (stamped.isPresent() && (stored == null || !stamped.get().isAfter(stored.plus(AHEAD)))) {
                return stamped;
            }
        }
        return Optional.ofNullable(stored);
    }

    /** A date in the form of RFC 5322, its predecessors and common errors; empty if it is none or before 1990. */
    static Optional<Instant> parse(@Nullable String text) {
        if (text == null || text.length() > 1000) {
            return Optional.empty();
        }
        Matcher m = FORM.matcher(text);
        Integer month = m.find() ? MONTHS.get(m.group(2).toLowerCase(Locale.ROOT)) : null;
        if (month == null) {
            return Optional.empty();
        }
        try {
            int year = Integer.parseInt(m.group(3));
            int fullYear = year < 50 ? year + 2000 : year < 1000 ? year + 1900 : year;
            String seconds = m.group(6);
            Instant instant = LocalDateTime.of(
                            fullYear,
                            month,
                            Integer.parseInt(m.group(1)),
                            Integer.parseInt(m.group(4)),
                            Integer.parseInt(m.group(5)),
                            seconds == null ? 0 : Math.min(59, Integer.parseInt(seconds)))
                    .toInstant(zone(m.group(7)));
            return instant.isBefore(EARLIEST) ? Optional.empty() : Optional.of(instant);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static ZoneOffset zone(@Nullable String zone) {
        if (zone == null) {
            return ZoneOffset.UTC;
        }
        if (zone.length() == 5 && zone.substring(1).matches("\\d{4}")) {
            int minutes = Integer.parseInt(zone.substring(1, 3)) * 60 + Integer.parseInt(zone.substring(3));
            return ZoneOffset.ofTotalSeconds((zone.charAt(0) == '-' ? -60 : 60) * minutes);
        }
        Integer hours = ZONES.get(zone.toUpperCase(Locale.ROOT));
        return hours == null ? ZoneOffset.UTC : ZoneOffset.ofHours(hours);
    }
}
