package org.kontor.ui.inbox.internal.model;

/** What the bar below the conversation says of the last action. */
public sealed interface Said {
    /** @param undoable whether it can be taken back from the bar */
    record Did(Done done, int count, boolean undoable) implements Said {}

    /**
     * An action was taken back.
     *
     * @param back how many conversations could be set back
     * @param of how many it had changed
     */
    record Undid(int back, int of) implements Said {}

    /** It was too late: the reply had gone out, or someone else decided. */
    record TooLate() implements Said {}

    record Failed(Trouble trouble) implements Said {}
}
