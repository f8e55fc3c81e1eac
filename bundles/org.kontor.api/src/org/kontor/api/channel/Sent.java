package org.kontor.api.channel;

import java.time.Instant;
import java.util.Optional;

/** How a send ended. */
public sealed interface Sent {
    /**
     * The platform has it.
     *
     * @param id under which the reply can be found on the platform
     * @param at by the platform's clock where it tells, else ours
     * @param receipt what the platform shows of it, to go through ledger and normalise like every event; empty where it
     *     shows nothing
     */
    record Accepted(ExternalId id, Instant at, Optional<RawEvent> receipt) implements Sent {}

    /** The platform certainly does not have it. */
    record Refused(Fault fault) implements Sent {}

    /**
     * Nobody knows: the connection ended between our last byte and the answer. {@link ChannelSession#find} decides before
     * any other try.
     *
     * @param detail what happened; no message text
     */
    record Unknown(String detail) implements Sent {}
}
