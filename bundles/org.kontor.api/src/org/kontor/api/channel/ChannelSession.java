package org.kontor.api.channel;

import java.time.Instant;
import org.eclipse.core.runtime.IProgressMonitor;

/**
 * A brand's presence on a channel, at work. Only a method with a monitor may do network I/O; none is called on the UI
 * thread. Remote faults are values; a thrown exception is a bug. A cancelled monitor ends a call soon, with a
 * {@link FaultKind#TRANSIENT} fault. Receiving and sending may run at the same time on two threads; neither runs twice at
 * once for one account.
 */
public interface ChannelSession extends AutoCloseable {
    /**
     * Reads what is new since {@code since}. From {@link Cursor#START} it begins at the account's {@code workFrom} less
     * what a thread needs as history.
     */
    Received receive(Cursor since, IProgressMonitor monitor);

    /**
     * Reads everything since {@code since} again, whatever the receive cursor says, to find what was missed: events,
     * deletions, answers given elsewhere.
     *
     * @param page {@link Cursor#START} for the first page, then the last page's {@code next}; it is not the receive cursor
     */
    Received reconcile(Instant since, Cursor page, IProgressMonitor monitor);

    /**
     * Reads what surrounds a message: the post a comment hangs on, earlier messages of the thread.
     *
     * @param message an item of this account
     */
    Received context(ExternalId message, IProgressMonitor monitor);

    /**
     * Makes the key under which a reply will be sent. Pure.
     *
     * @param queuedAt when the agent let it go
     */
    String newKey(Outgoing reply, Instant queuedAt);

    /** Sends a reply. Returns {@link Sent.Unknown} rather than guess. */
    Sent send(Attempt attempt, IProgressMonitor monitor);

    /** Looks whether an undecided send arrived. */
    Found find(Attempt attempt, IProgressMonitor monitor);

    /** Looks whether the account works: host, sign-in, permissions, expiry; changes nothing on the platform. */
    Health health(IProgressMonitor monitor);

    /** Ends connections; a running call returns soon. Does not throw. */
    @Override
    void close();
}
