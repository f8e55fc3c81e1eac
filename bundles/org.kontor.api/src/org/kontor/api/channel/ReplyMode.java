package org.kontor.api.channel;

/** The ways in which an answer can go out. */
public enum ReplyMode {
    /** Below the customer's message, for all to read. */
    PUBLIC,
    /** One private message in answer to a public one, within a window. */
    PRIVATE,
    /** Within a conversation that is private already: mail, direct message, chat. */
    DIRECT
}
