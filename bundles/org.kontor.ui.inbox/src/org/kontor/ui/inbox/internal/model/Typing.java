package org.kontor.ui.inbox.internal.model;

import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.kontor.api.channel.ReplyMode;
import org.kontor.api.conversation.Draft;
import org.kontor.api.store.ConversationRef;

/** What is typed in the open conversation, the reply and the note beside it, and its draft in the journal. */
final class Typing {
    private final InstantSource clock;
    private final DraftJournal journal;
    private Content content = Content.EMPTY;
    private String note = "";
    private Instant changed = Instant.MIN;

    Typing(InstantSource clock, DraftJournal journal) {
        this.clock = clock;
        this.journal = journal;
    }

    Content content() {
        return content;
    }

    String note() {
        return note;
    }

    /** What is typed from now on is not kept until it is told to {@link #keep}. */
    void content(Content typed) {
        content = typed;
    }

    void note(String typed) {
        note = typed;
    }

    /** Nothing is open any more, or another conversation: what was typed is written. */
    void leave() {
        journal.flush();
        content = Content.EMPTY;
        note = "";
        changed = Instant.MIN;
    }

    /**
     * Takes over what was typed here before, in this window or an earlier one.
     *
     * @return the draft; null for none
     */
    @Nullable
    Draft begin(ReplyRules here) {
        Draft stored = here.opened().draft();
        Draft typed = journal.latest(here.opened().ref());
        boolean stale = stored == null || typed != null && !stored.changed().isAfter(typed.changed());
        Draft newer = stale ? typed : stored;
        if (newer != null) {
            take(here, newer);
        }
        return newer;
    }

    /**
     * Takes over a draft that became newer by itself, which is a reply that was taken back. What is being typed is never
     * replaced.
     *
     * @return the draft; null for none
     */
    @Nullable
    Draft follow(ReplyRules here) {
        Draft draft = here.opened().draft();
        if (draft == null
                || draft.withoutReply()
                || !content.blank()
                || !draft.changed().isAfter(changed)) {
            return null;
        }
        take(here, draft);
        return draft;
    }

    private void take(ReplyRules here, Draft draft) {
        content = new Content(here.typed(draft.text()), draft.cc(), draft.bcc(), draft.attachments());
        note = note.isBlank() ? draft.note() : note;
        changed = draft.changed();
    }

    /** What is typed will be durable soon. */
    void keep(Opened now, WriteMode mode) {
        changed = clock.instant();
        journal.put(now.ref(), draft(now, mode));
    }

    /** The reply was queued, which ended its draft in the same transaction, but for the note. */
    void sent(Opened now, WriteMode mode) {
        content = Content.EMPTY;
        changed = clock.instant();
        journal.sent(now.ref(), draft(now, mode));
        if (!note.isBlank()) {
            keep(now, mode);
        }
    }

    /** The same, for a conversation that is not open any more. */
    void sentFrom(ConversationRef ref) {
        journal.forget(ref);
    }

    /** The note was written into a conversation, which may not be open any more. */
    void noted(ConversationRef ref, @Nullable Opened now, WriteMode mode) {
        if (now != null && now.ref().equals(ref)) {
            note = "";
            keep(now, mode);
            return;
        }
        Draft left = journal.latest(ref);
        if (left != null) {
            journal.put(ref, left.withNote(""));
        }
    }

    private Draft draft(Opened now, WriteMode mode) {
        ReplyMode reply = mode.reply();
        return new Draft(
                now.ref().id(),
                now.directory().me(),
                reply == null ? ReplyMode.DIRECT : reply,
                content.text(),
                content.cc(),
                content.bcc(),
                content.attachments(),
                changed,
                note);
    }
}
