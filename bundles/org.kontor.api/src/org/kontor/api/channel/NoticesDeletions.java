package org.kontor.api.channel;

import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;

/** A session that can look whether messages are still there, where the platform tells no deletions by itself. */
public interface NoticesDeletions {
    /** How many messages one call may ask for. */
    int batch();

    /**
     * Looks for messages that are gone.
     *
     * @param known ids of messages that were there, at most {@link #batch()}
     * @return a page of events that normalise to {@link Normalised.Deleted}, one for each that is gone; the cursor means
     *     nothing
     */
    Received missing(List<ExternalId> known, IProgressMonitor monitor);
}
