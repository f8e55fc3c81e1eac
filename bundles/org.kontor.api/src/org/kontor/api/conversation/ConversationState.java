package org.kontor.api.conversation;

/** Where a conversation stands. Exactly one holds at a time. */
public enum ConversationState {
    /** An inquiry is open: someone has to act. */
    OPEN,
    /** Open, but put aside until a time. */
    SNOOZED,
    /** Answered; the customer is next. */
    ANSWERED,
    /** Nothing left to do, by an agent's word. */
    RESOLVED,
    /** Set aside with a reason. */
    IGNORED,
    /** Older than the account's start: never was work. */
    HISTORY;

    /** Whether an inquiry is open in this state. */
    public boolean open() {
        return this == OPEN || this == SNOOZED;
    }
}
