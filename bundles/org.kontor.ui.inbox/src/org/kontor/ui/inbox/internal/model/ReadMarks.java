package org.kontor.ui.inbox.internal.model;

import java.time.Instant;
import java.util.Map;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.store.ConversationRef;

/** What was looked at since the window opened; the last {@value #MOST} of it. */
final class ReadMarks {
    static final int MOST = 20_000;

    private final Map<ConversationRef, Instant> looked = new Lru<>(MOST);

    void look(Conversation conversation) {
        looked.put(ConversationRef.of(conversation), conversation.lastActivity());
    }

    /** Whether an open inquiry has something in it that was not looked at. */
    boolean unread(Conversation conversation) {
        if (!conversation.state().open()) {
            return false;
        }
        Instant last = looked.get(ConversationRef.of(conversation));
        return last == null || last.isBefore(conversation.lastActivity());
    }
}
