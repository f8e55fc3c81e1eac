package org.kontor.api.channel;

import java.time.Instant;

/**
 * A reply with the key under which it is, was or may have been sent. The same key stays with it over every retry.
 *
 * @param key made by {@link ChannelSession#newKey} before the first try: a Message-ID, a record key
 * @param reply what is sent
 * @param queuedAt when the agent let it go; sent as the date where the channel lets us choose, so that a retry is identical
 * @param number 1 for the first try
 */
public record Attempt(String key, Outgoing reply, Instant queuedAt, int number) {
    public Attempt {
        if (key.isBlank()) {
            throw new IllegalArgumentException("an attempt needs its key before it is made");
        }
    }
}
