package org.kontor.api.desk;

import java.util.Optional;
import org.kontor.api.access.Scope;
import org.kontor.api.conversation.Draft;
import org.kontor.api.store.ConversationRef;

/** What has been typed and not sent; it survives a crash. Does disk I/O. */
public interface Drafts {
    /** The draft of the scope's user. */
    Optional<Draft> draft(Scope scope, ConversationRef conversation);

    /** Keeps a draft; an empty one is forgotten. */
    void keep(Scope scope, ConversationRef conversation, Draft draft);
}
