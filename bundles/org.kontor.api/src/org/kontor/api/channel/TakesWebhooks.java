package org.kontor.api.channel;

import java.util.List;
import java.util.Map;

/** A connector whose platform calls us. */
public interface TakesWebhooks {
    /**
     * Checks a request's signature in constant time and takes its events out. No I/O.
     *
     * @param headers names in lower case
     * @param body as it came, at most 10 MiB
     */
    Hooked take(AccountContext account, Map<String, String> headers, byte[] body);

    /** What a request was. */
    sealed interface Hooked {
        /** Genuine. Answer 200 once the events are durable. */
        record Events(List<RawEvent> events) implements Hooked {}

        /** The platform asks whether we are there; answer with this text. */
        record Challenge(String answer) implements Hooked {}

        /** Not from the platform. */
        record Forged(String detail) implements Hooked {}
    }
}
