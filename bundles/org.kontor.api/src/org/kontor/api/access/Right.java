package org.kontor.api.access;

/** What a user may do for a brand. */
public enum Right {
    /** See conversations, contacts and numbers. */
    READ,
    /** Answer, assign, snooze, resolve, ignore, note. */
    ANSWER,
    /** Change the brand and its accounts. */
    SET_UP
}
