package org.kontor.channel.mail.internal.wire;

import java.util.concurrent.atomic.AtomicReference;

/** Decides once and for all whether a mail goes out or its sending is called off, when both happen at the same time. */
public final class CommitGate {
    private enum State {
        OPEN,
        COMMITTED,
        CANCELLED
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);

    /** Asks to go on to the point of no return. */
    boolean commit() {
        return state.compareAndSet(State.OPEN, State.COMMITTED);
    }

    /** Asks to stop before it. */
    public boolean cancel() {
        return state.compareAndSet(State.OPEN, State.CANCELLED);
    }

    /** Whether the point of no return has been passed. */
    public boolean committed() {
        return state.get() == State.COMMITTED;
    }
}
