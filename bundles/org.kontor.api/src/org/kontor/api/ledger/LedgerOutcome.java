package org.kontor.api.ledger;

/** What became of an event: the terms of the first balance (design.md 1). */
public enum LedgerOutcome {
    /** Durable, not yet worked through. */
    WAITING,
    /** Became a message, a version, a deletion, an end of an inquiry. */
    STORED,
    /** Says what another event had said already. */
    DUPLICATE,
    /** Became a visible item with its source. */
    UNREADABLE,
    /** The echo of our own reply; joined its outbox row. */
    OWN_ECHO,
    /** Nothing anyone has to answer. */
    NOT_AN_INQUIRY
}
