package org.kontor.api.conversation;

/** What sort of item a message is. */
public enum MessageKind {
    /** Someone wrote it. */
    MESSAGE,
    /** Part of the surroundings, fetched for the reader; never an inquiry. */
    CONTEXT,
    /** A report that a reply could not be delivered. */
    BOUNCE,
    /** An event that could not be read; its source is in the ledger. */
    UNREADABLE
}
