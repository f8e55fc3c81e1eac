package org.kontor.channel.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whose HTTP client is opened, and how it behaves.
 *
 * @param platform such as {@code bluesky}; part of the key of the rate limits
 * @param account a stable key of the account, such as its id; no personal data, as it appears in logs
 * @param addressSetting the setting that names the server, to be blamed when it cannot be reached; null where none does
 * @param rates reads the platform's rate headers
 * @param connectTimeout for a connection including TLS
 */
public record HttpSpec(
        String platform, String account, @Nullable String addressSetting, RateReader rates, Duration connectTimeout) {
    /** A client with the usual time-outs for a platform that sends no rate headers. */
    public static HttpSpec of(String platform, String account) {
        return new HttpSpec(platform, account, null, RateReader.NONE, Duration.ofSeconds(15));
    }

    /** The same, blaming this setting when the server cannot be reached. */
    public HttpSpec blaming(String setting) {
        return new HttpSpec(platform, account, setting, rates, connectTimeout);
    }

    /** The same, reading the rate headers with {@code reader}. */
    public HttpSpec reading(RateReader reader) {
        return new HttpSpec(platform, account, addressSetting, reader, connectTimeout);
    }
}
