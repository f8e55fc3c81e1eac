package org.kontor.channel.mail.internal.wire;

import java.time.Duration;

/**
 * How long things may take.
 *
 * @param connect to reach a server
 * @param read for an answer
 * @param idle for one IDLE before it is issued anew; servers end it after 29 minutes (RFC 2177), routers forget a silent
 *     connection after far less
 */
public record Timing(Duration connect, Duration read, Duration idle) {
    /** What is used outside tests. */
    public static final Timing USUAL =
            new Timing(Duration.ofSeconds(20), Duration.ofSeconds(60), Duration.ofMinutes(4));
}
