package org.kontor.api.channel;

import org.eclipse.core.runtime.IProgressMonitor;

/** A session that can bring an attachment's content. */
public interface FetchesAttachments {
    /**
     * Brings the content.
     *
     * @param source the event that carried the message (a mail holds its parts itself)
     * @param maxBytes more than this is a {@link FaultKind#PERMANENT} fault
     */
    Fetched fetch(AttachmentRef attachment, RawEvent source, long maxBytes, IProgressMonitor monitor);

    /** What came. */
    sealed interface Fetched {
        /** The bytes, unchecked. */
        record Content(byte[] bytes) implements Fetched {}

        record Failed(Fault fault) implements Fetched {}
    }
}
