package org.kontor.guard.internal.call;

import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.jspecify.annotations.Nullable;

/** The way to one contribution: one call at a time, so that at most one thread can be stuck in it. */
final class Lane {
    /** How often a waiting caller looks whether he is still wanted: monitors tell nobody. */
    static final long GLANCE_MILLIS = 20;

    private @Nullable Attempt<?, ?> holder;

    /**
     * Takes the lane for a call, waiting for the one before.
     *
     * @return false if the one before has not returned in its time
     * @throws OperationCanceledException if the caller is not wanted any more
     */
    synchronized boolean take(Attempt<?, ?> next, IProgressMonitor monitor) {
        Attempt<?, ?> before = holder;
        while (before != null) {
            if (before.late()) {
                return false;
            }
            if (monitor.isCanceled()) {
                throw new OperationCanceledException();
            }
            try {
                TimeUnit.MILLISECONDS.timedWait(this, GLANCE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new OperationCanceledException();
            }
            before = holder;
        }
        next.startClock();
        holder = next;
        return true;
    }

    /** The call has returned. */
    synchronized void free() {
        holder = null;
        notifyAll();
    }

    /** Where the call is that holds the lane, for the log. */
    synchronized Traced where() {
        Attempt<?, ?> current = holder;
        return current == null ? new Traced("it is nowhere") : current.where();
    }

    /** Whether no call is under way. */
    synchronized boolean idle() {
        return holder == null;
    }

    /** Whether the last call has not returned in its time. */
    synchronized boolean stuck() {
        Attempt<?, ?> current = holder;
        return current != null && current.late();
    }
}
