package org.kontor.channel.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.kontor.channel.http.HttpAnswer.Response;

/** Reads how much of a rate limit is left from an answer's headers. Pure. */
@FunctionalInterface
public interface RateReader {
    /** For platforms that tell nothing. */
    RateReader NONE = (response, now) -> Optional.empty();

    /** What the headers tell; empty where they are missing or cannot be read. */
    Optional<RateBroker.State> read(Response response, Instant now);

    /**
     * Reads three headers. The reset may be seconds since 1970, seconds from now, or an ISO 8601 time: platforms differ.
     *
     * @param limit header names in lower case
     */
    static RateReader named(String limit, String remaining, String reset) {
        return (response, now) -> {
            try {
                Optional<Long> all = response.header(limit).map(RateReader::number);
                Optional<Long> left = response.header(remaining).map(RateReader::number);
                Optional<Instant> at = response.header(reset).map(value -> time(value, now));
                return all.isPresent() && left.isPresent() && at.isPresent()
                        ? Optional.of(new RateBroker.State(all.get(), left.get(), at.get()))
                        : Optional.empty();
            } catch (NumberFormatException | DateTimeException e) {
                // Headers that nobody can read tell nothing.
                return Optional.empty();
            }
        };
    }

    private static long number(String value) {
        return Long.parseLong(value.trim());
    }

    private static Instant time(String value, Instant now) {
        if (value.indexOf('T') > 0) {
            return Instant.parse(value.trim());
        }
        long seconds = number(value);
        // No window is thirty years long, and no clock stands before 2000.
        return seconds > 946_684_800L ? Instant.ofEpochSecond(seconds) : now.plusSeconds(seconds);
    }
}
