package org.kontor.api.audit;

/** What somebody did, as the audit trail keeps it. The names stand in databases: add to them, never change one. */
public enum AuditAction {
    /** A reply went into the outbox. */
    REPLY,
    /** A reply was taken back before it was sent. */
    TAKE_BACK,
    /** A reply that had failed was tried again. */
    RETRY,
    /** An undecided reply was said to have been sent. */
    CONFIRM_SENT,
    /** An undecided reply was sent once more. */
    SEND_AGAIN,
    /** A failed or undecided reply was given up. */
    GIVE_UP,
    ASSIGN,
    SNOOZE,
    RESOLVE,
    IGNORE,
    REOPEN,
    /** One of the five before this was undone. */
    UNDO,
    NOTE,
    /** A case was opened, changed or closed; its timeline says how. */
    CASE,
    /** Name, colour, zone, signature, client or logo of a brand. */
    BRAND,
    /** Name, settings or secrets of an account, or whether it is active. */
    ACCOUNT,
    /** Office hours and target. */
    POLICY,
    /** A plug-in was given a brand, or it was taken away. */
    PLUGIN,
    /** A kept number that differed from the rows was counted anew. */
    RECOUNT
}
