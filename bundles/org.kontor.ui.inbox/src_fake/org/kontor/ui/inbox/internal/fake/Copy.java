package org.kontor.ui.inbox.internal.fake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.ConversationState;
import org.kontor.api.conversation.Triage;
import org.kontor.api.id.UserId;

/** A conversation with something changed. */
public final class Copy {
    private final Conversation from;
    private ConversationState state;
    private @Nullable UserId assignee;
    private @Nullable Instant snoozedUntil;
    private @Nullable Instant warn;
    private @Nullable Instant due;
    private boolean sendTrouble;
    private boolean unreadable;
    private boolean escalated;
    private String preview;
    private Instant lastActivity;
    private Triage triage;

    private Copy(Conversation from) {
        this.from = from;
        state = from.state();
        assignee = from.assignee();
        snoozedUntil = from.snoozedUntil();
        warn = from.warn();
        due = from.due();
        sendTrouble = from.sendTrouble();
        unreadable = from.unreadable();
        escalated = from.escalated();
        preview = from.preview();
        lastActivity = from.lastActivity();
        triage = from.triage();
    }

    public static Copy of(Conversation from) {
        return new Copy(from);
    }

    public Copy state(ConversationState now) {
        state = now;
        return this;
    }

    public Copy assignee(@Nullable UserId now) {
        assignee = now;
        return this;
    }

    public Copy snoozedUntil(@Nullable Instant now) {
        snoozedUntil = now;
        return this;
    }

    public Copy due(@Nullable Instant now) {
        due = now;
        return this;
    }

    public Copy sendTrouble(boolean now) {
        sendTrouble = now;
        return this;
    }

    public Copy unreadable(boolean now) {
        unreadable = now;
        return this;
    }

    public Copy escalated(boolean now) {
        escalated = now;
        return this;
    }

    public Copy preview(String now) {
        preview = now;
        return this;
    }

    public Copy lastActivity(Instant now) {
        lastActivity = now;
        return this;
    }

    public Copy triage(Triage now) {
        triage = now;
        return this;
    }

    public Conversation build() {
        return new Conversation(
                from.id(), from.brand(), from.account(), from.channel(), from.root(), from.visibility(),
                from.customer(), from.customerName(), from.subject(), preview, state, from.inquiry(),
                state.open() ? from.waitingSince() : null, warn, due, snoozedUntil, assignee, sendTrouble, unreadable,
                triage, from.messageCount(), lastActivity, from.created(), escalated);
    }
}
