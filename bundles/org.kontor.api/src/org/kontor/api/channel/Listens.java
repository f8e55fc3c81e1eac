package org.kontor.api.channel;

import org.eclipse.core.runtime.IProgressMonitor;

/** A session to which the platform pushes what is new: IDLE, stream, long poll. */
public interface Listens {
    /**
     * Waits for events and hands them on until the monitor is cancelled or the connection fails. Begins by catching up from
     * {@code since}, so that nothing between the last read and the connection is missed.
     *
     * @param sink returns when the page is durable; only then may the platform be told so
     * @return why it ended; a cancelled monitor is a {@link FaultKind#TRANSIENT} fault
     */
    Fault listen(Cursor since, EventSink sink, IProgressMonitor monitor);
}
