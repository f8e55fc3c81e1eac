package org.kontor.api.store;

import org.kontor.api.conversation.Conversation;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.ConversationId;

/** A conversation's key: brand data is found by brand first. */
public record ConversationRef(BrandId brand, ConversationId id) {
    /** The key of a conversation at hand. */
    public static ConversationRef of(Conversation conversation) {
        return new ConversationRef(conversation.brand(), conversation.id());
    }
}
