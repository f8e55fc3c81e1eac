package org.kontor.api.channel;

/** What keeps a repeated send from arriving twice. */
public enum Idempotency {
    /** The platform takes a key and ignores a repeat. */
    KEY,
    /** We choose the message's id before sending, so a repeat can be detected. */
    CHOSEN_ID,
    /** Nothing but reading back what was sent. */
    READ_BACK,
    /** Not even that: an unknown outcome stays undecided until a person decides. */
    NONE
}
