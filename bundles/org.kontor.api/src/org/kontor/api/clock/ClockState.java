package org.kontor.api.clock;

import java.time.Instant;
import org.kontor.api.conversation.Conversation;

/** How the clock of a conversation's open inquiry stands. */
public enum ClockState {
    /** No clock runs: no inquiry is open, or nothing was promised. */
    NONE,
    /** There is time. */
    RUNNING,
    /** Little of the time is left. */
    WARNING,
    /** The deadline has passed. */
    BREACHED;

    /** How it stands at {@code now}; reads nothing but the row. */
    public static ClockState of(Conversation conversation, Instant now) {
        Instant due = conversation.due();
        if (due == null || !conversation.state().open()) {
            return NONE;
        }
        if (!now.isBefore(due)) {
            return BREACHED;
        }
        Instant warn = conversation.warn();
        return warn != null && !now.isBefore(warn) ? WARNING : RUNNING;
    }
}
