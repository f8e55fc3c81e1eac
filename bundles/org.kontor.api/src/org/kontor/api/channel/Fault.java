package org.kontor.api.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A remote fault as a value.
 *
 * @param kind decides what happens next; the UI has a sentence for each in the user's language
 * @param detail what the platform or the network said, for the one who mends it; no secret, no message text
 * @param setting the name of the setting that is to blame; null where none is
 * @param retryAt when the platform allows the next try; null where it does not say
 */
public record Fault(
        FaultKind kind,
        String detail,
        @Nullable String setting,
        @Nullable Instant retryAt) {
    /** A fault that blames no setting and names no time. */
    public static Fault of(FaultKind kind, String detail) {
        return new Fault(kind, detail, null, null);
    }

    /** The fault of one setting. */
    public static Fault ofSetting(FaultKind kind, String setting, String detail) {
        return new Fault(kind, detail, setting, null);
    }

    /** A rate limit that ends at {@code retryAt}. */
    public static Fault rate(String detail, @Nullable Instant retryAt) {
        return new Fault(FaultKind.RATE, detail, null, retryAt);
    }
}
