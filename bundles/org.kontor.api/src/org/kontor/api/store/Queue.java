package org.kontor.api.store;

/** The standing queues of the inbox. A conversation may be in several. */
public enum Queue {
    /** An inquiry is open and not snoozed. */
    UNANSWERED,
    /** Unanswered and assigned to the user who asks. */
    MINE,
    /** Unanswered and assigned to nobody. */
    UNASSIGNED,
    /** An inquiry is open, snoozed or not, and an open case holds the conversation. */
    ESCALATED,
    SNOOZED,
    /** A reply failed or is undecided. */
    SEND_TROUBLE,
    /** Holds a message that could not be read. */
    UNREADABLE,
    /** Answered, the customer is next. */
    ANSWERED,
    RESOLVED,
    IGNORED,
    HISTORY,
    ALL
}
