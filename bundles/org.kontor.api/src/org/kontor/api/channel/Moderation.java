package org.kontor.api.channel;

/** What can be done to a message besides answering it. */
public enum Moderation {
    HIDE,
    UNHIDE,
    DELETE_OWN,
    DELETE_ANY,
    LIKE,
    BLOCK,
    REPORT
}
