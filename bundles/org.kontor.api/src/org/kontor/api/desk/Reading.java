package org.kontor.api.desk;

import java.time.Instant;
import java.util.Map;
import org.kontor.api.access.Scope;
import org.kontor.api.conversation.Attachment;
import org.kontor.api.id.BrandId;
import org.kontor.api.store.ConversationRef;

/**
 * What stays of an agent's reading: how far he looked, and the content that was fetched for him. Does disk I/O.
 *
 * @since 0.1
 */
public interface Reading {
    /** The most bytes of an attachment that are kept; a larger one is fetched again whenever it is wanted. */
    int MOST_KEPT = 20_000_000;

    /**
     * Notes that the user of the scope has looked into conversations; of a brand for which he may not answer nothing is
     * noted.
     *
     * @param upTo the last activity that he saw of each
     */
    void looked(Scope scope, Map<ConversationRef, Instant> upTo);

    /**
     * Keeps the content of an attachment, so that it need not be fetched again.
     *
     * @return whether it is kept: not if it is too large, or its message is gone meanwhile
     */
    boolean keep(Scope scope, BrandId brand, Attachment attachment, byte[] content);
}
