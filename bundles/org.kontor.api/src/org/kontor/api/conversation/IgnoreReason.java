package org.kontor.api.conversation;

/** Why an inquiry needs no answer. */
public enum IgnoreReason {
    SPAM,
    NOT_FOR_US,
    NO_QUESTION,
    DUPLICATE,
    INSULT,
    AUTOMATIC,
    /** Settled in another way, such as by phone. */
    SETTLED
}
