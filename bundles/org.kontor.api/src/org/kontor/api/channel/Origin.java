package org.kontor.api.channel;

/** How an event came to us. */
public enum Origin {
    /** By the ordinary way: poll, stream, webhook. */
    RECEIVED,
    /** By comparing with the platform afterwards. */
    RECONCILED,
    /** Fetched because a conversation needs its surroundings; never begins an inquiry by itself. */
    CONTEXT,
    /** The platform's answer to our own send. */
    RECEIPT
}
