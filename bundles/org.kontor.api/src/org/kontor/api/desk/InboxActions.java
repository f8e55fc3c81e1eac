package org.kontor.api.desk;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Scope;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.IgnoreReason;
import org.kontor.api.conversation.Inquiry;
import org.kontor.api.conversation.Note;
import org.kontor.api.id.UserId;
import org.kontor.api.store.ConversationRef;

/** What an agent does with conversations besides answering. Each can be undone. Does disk I/O. */
public interface InboxActions {
    /**
     * How it was before, to take an action back. What others changed meanwhile is left alone.
     *
     * @param before the conversations as they were
     * @param after the conversations as the action left them
     * @param inquiries the inquiries as they were
     */
    record Undo(List<Conversation> before, List<Conversation> after, List<Inquiry> inquiries) {
        public Undo {
            before = List.copyOf(before);
            after = List.copyOf(after);
            inquiries = List.copyOf(inquiries);
        }

        /** How many conversations the action changed. */
        public int size() {
            return after.size();
        }
    }

    /** Gives conversations to someone, or to nobody. */
    Undo assign(Scope scope, Collection<ConversationRef> conversations, @Nullable UserId assignee);

    /** Puts open conversations aside until {@code until}. */
    Undo snooze(Scope scope, Collection<ConversationRef> conversations, Instant until);

    /** Closes conversations: an open inquiry ends as {@link IgnoreReason#SETTLED}. */
    Undo resolve(Scope scope, Collection<ConversationRef> conversations);

    /** Sets open conversations aside for a reason. */
    Undo ignore(Scope scope, Collection<ConversationRef> conversations, IgnoreReason reason);

    /** Opens conversations again; the last inquiry goes on, or begins with the last inbound message. */
    Undo reopen(Scope scope, Collection<ConversationRef> conversations);

    /** Takes an action back. Returns how many conversations could be set back; others have changed since. */
    int undo(Scope scope, Undo undo);

    /** Writes a note among colleagues. */
    Note note(Scope scope, ConversationRef conversation, String text);

    /** Opens what was snoozed until now or earlier, over all brands. Returns how many. */
    int wake(Scope scope, Instant now);
}
