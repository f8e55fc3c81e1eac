package org.kontor.api.ledger;

/** A number that is kept for each account and day of its brand. */
public enum EventNumber {
    /** All that was seen: the sum of the others but the last. */
    SEEN,
    WAITING,
    STORED,
    DUPLICATE,
    UNREADABLE,
    OWN_ECHO,
    NOT_AN_INQUIRY,
    /** Seen only by comparing with the platform; counted under its outcome too. */
    FOUND_LATE
}
