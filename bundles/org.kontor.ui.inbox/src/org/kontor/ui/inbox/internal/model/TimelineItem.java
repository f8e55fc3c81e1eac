package org.kontor.ui.inbox.internal.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.User;
import org.kontor.api.conversation.Inquiry;
import org.kontor.api.conversation.InquiryEnd;
import org.kontor.api.conversation.Message;
import org.kontor.api.conversation.Note;
import org.kontor.api.outbox.OutboxEntry;
import org.kontor.ui.inbox.internal.text.RichText;

/** One thing in the course of a conversation. Equal items look the same. */
public sealed interface TimelineItem {
    /** Names the item as long as the conversation is open, whatever happens to its content. */
    Object key();

    /** Where it stands in the course. */
    Instant at();

    /**
     * A message.
     *
     * @param sending its outbox entry; null for one that was not sent from here
     * @param sender who let it go; null where that is not known
     * @param answerable whether a reply can answer it
     */
    record Written(
            Message message,
            RichText body,
            @Nullable OutboxEntry sending,
            @Nullable User sender,
            boolean answerable) implements TimelineItem {
        @Override
        public Object key() {
            return message.id();
        }

        @Override
        public Instant at() {
            return message.publishedAt();
        }
    }

    /** A reply in the outbox that has no message yet. */
    record Waiting(
            OutboxEntry entry, RichText body, @Nullable User sender) implements TimelineItem {
        @Override
        public Object key() {
            return entry.message();
        }

        @Override
        public Instant at() {
            return entry.createdAt();
        }
    }

    /** @param author null where the colleague is not known */
    record Noted(Note note, @Nullable User author) implements TimelineItem {
        @Override
        public Object key() {
            return note.id();
        }

        @Override
        public Instant at() {
            return note.at();
        }
    }

    /** An inquiry ended in a way that no message shows. */
    record Ended(Inquiry inquiry, InquiryEnd end) implements TimelineItem {
        @Override
        public Object key() {
            return inquiry.id();
        }

        @Override
        public Instant at() {
            return end.at();
        }
    }

    /** Stands for what is older and folded away. */
    record Folded(int count, Instant at) implements TimelineItem {
        @Override
        public Object key() {
            return Folded.class;
        }
    }
}
