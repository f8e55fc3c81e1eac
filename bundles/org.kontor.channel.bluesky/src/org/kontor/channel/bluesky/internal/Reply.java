package org.kontor.channel.bluesky.internal;

import com.fasterxml.jackson.databind.JsonNode;
import org.kontor.api.channel.Fault;

/** How an XRPC call ended. */
sealed interface Reply {
    /** The method did what it should. */
    record Ok(JsonNode json) implements Reply {}

    /**
     * The server answered that it did not.
     *
     * @param status of HTTP
     * @param error the code in the answer, such as {@code RecordNotFound}; empty where it has none
     */
    record Refused(int status, String error, Fault fault) implements Reply {
        /** Whether the server itself failed, so that nobody knows how far it got. */
        boolean serverFailed() {
            return status >= 500 && status != 501;
        }
    }

    /** The server certainly did not get the call. */
    record NotSent(Fault fault) implements Reply {}

    /** The server may have got the call; what it answered did not arrive or cannot be read. */
    record Unknown(Fault fault) implements Reply {}

    /** The fault of a call that did not end well. */
    static Fault fault(Reply reply) {
        return switch (reply) {
            case Ok ok -> throw new IllegalArgumentException("no fault in a good answer");
            case Refused refused -> refused.fault();
            case NotSent not -> not.fault();
            case Unknown unknown -> unknown.fault();
        };
    }
}
