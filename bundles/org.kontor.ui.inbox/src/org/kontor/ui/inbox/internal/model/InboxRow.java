package org.kontor.ui.inbox.internal.model;

import org.jspecify.annotations.Nullable;
import org.kontor.api.access.User;
import org.kontor.api.account.Account;
import org.kontor.api.account.Brand;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.store.ConversationRef;

/**
 * A line of the list.
 *
 * @param account null where it is not known
 * @param assignee null while nobody takes care
 * @param unread whether something came that was not looked at here
 */
public record InboxRow(
        Conversation conversation,
        Brand brand,
        @Nullable Account account,
        @Nullable User assignee,
        boolean unread) {
    /** The key. */
    public ConversationRef ref() {
        return ConversationRef.of(conversation);
    }
}
