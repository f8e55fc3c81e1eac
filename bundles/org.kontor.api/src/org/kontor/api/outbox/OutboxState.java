package org.kontor.api.outbox;

/** Where a reply stands. SENT, FAILED, UNDECIDED and CANCELLED are ends; a person can queue FAILED and UNDECIDED again. */
public enum OutboxState {
    /** Durable; goes out as soon as it may. */
    QUEUED,
    /** Handed to the channel; the outcome is not known yet. After a crash this becomes UNDECIDED. */
    SENDING,
    SENT,
    /** Certainly not on the platform; the fault says why and what to do. */
    FAILED,
    /** Nobody knows; it is read back before any other try, and where nothing can be read back a person decides. */
    UNDECIDED,
    /** Taken back before it went out. */
    CANCELLED
}
