package org.kontor.desk.internal.house;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.Account;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Visibility;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.ConversationState;
import org.kontor.api.conversation.Inquiry;
import org.kontor.api.conversation.Message;
import org.kontor.api.conversation.Triage;
import org.kontor.api.id.ConversationId;
import org.kontor.api.id.InquiryId;
import org.kontor.api.id.ProfileId;
import org.kontor.api.id.UserId;

/** A conversation being changed; {@link #build} makes the record. For one thread. */
public final class ConversationEdit {
    private static final int PREVIEW_LENGTH = 200;

    private final Conversation origin;
    private @Nullable ProfileId customer;
    private String customerName;
    private @Nullable String subject;
    private String preview;
    private ConversationState state;
    private @Nullable InquiryId inquiry;
    private @Nullable Instant waitingSince;
    private @Nullable Instant warn;
    private @Nullable Instant due;
    private @Nullable Instant snoozedUntil;
    private @Nullable UserId assignee;
    private boolean sendTrouble;
    private boolean unreadable;
    private Triage triage;
    private int messageCount;
    private Instant lastActivity;

    /** Begins to change {@code origin}. */
    public ConversationEdit(Conversation origin) {
        this.origin = origin;
        customer = origin.customer();
        customerName = origin.customerName();
        subject = origin.subject();
        preview = origin.preview();
        state = origin.state();
        inquiry = origin.inquiry();
        waitingSince = origin.waitingSince();
        warn = origin.warn();
        due = origin.due();
        snoozedUntil = origin.snoozedUntil();
        assignee = origin.assignee();
        sendTrouble = origin.sendTrouble();
        unreadable = origin.unreadable();
        triage = origin.triage();
        messageCount = origin.messageCount();
        lastActivity = origin.lastActivity();
    }

    /** A conversation that begins now, empty and closed until an inquiry begins in it. */
    public static Conversation begin(
            ConversationId id,
            Account account,
            ExternalId root,
            Visibility visibility,
            Instant published,
            Instant seen) {
        return new Conversation(
                id,
                account.brand(),
                account.id(),
                account.channel(),
                root,
                visibility,
                null,
                "",
                null,
                "",
                ConversationState.RESOLVED,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                false,
                Triage.NONE,
                0,
                published,
                seen,
                false);
    }

    /** Takes a new message into the row's summary: count, last activity, first words, subject, customer. */
    public ConversationEdit add(Message message, boolean context) {
        boolean first = messageCount == 0;
        messageCount++;
        if (subject == null) {
            subject = message.subject();
        }
        if (context) {
            return this;
        }
        if (first || preview.isEmpty() || !message.publishedAt().isBefore(lastActivity)) {
            preview = preview(message.text());
            lastActivity = message.publishedAt();
        }
        return this;
    }

    /** Names the one who is, or was last, asking. */
    public ConversationEdit customer(@Nullable ProfileId profile, String name) {
        customer = profile;
        customerName = name;
        return this;
    }

    /** Shows other first words, after an edit or a deletion of the newest message. */
    public ConversationEdit previewOf(String text) {
        preview = preview(text);
        return this;
    }

    /** An inquiry is open. */
    public ConversationEdit open(Inquiry open) {
        state = ConversationState.OPEN;
        inquiry = open.id();
        waitingSince = open.began();
        snoozedUntil = null;
        return this;
    }

    /** No inquiry is open any more. */
    public ConversationEdit close(ConversationState end) {
        if (end.open()) {
            throw new IllegalArgumentException(end + " is not an end");
        }
        state = end;
        inquiry = null;
        waitingSince = null;
        warn = null;
        due = null;
        snoozedUntil = null;
        return this;
    }

    /** Puts an open conversation aside; null takes it up again. */
    public ConversationEdit snooze(@Nullable Instant until) {
        state = until == null ? ConversationState.OPEN : ConversationState.SNOOZED;
        snoozedUntil = until;
        return this;
    }

    public ConversationEdit state(ConversationState other) {
        state = other;
        return this;
    }

    public ConversationEdit assignee(@Nullable UserId user) {
        assignee = user;
        return this;
    }

    public ConversationEdit sendTrouble(boolean trouble) {
        sendTrouble = trouble;
        return this;
    }

    public ConversationEdit unreadable(boolean has) {
        unreadable = has;
        return this;
    }

    public ConversationEdit triage(Triage judged) {
        triage = judged;
        return this;
    }

    /** The conversation as changed. */
    public Conversation build() {
        return new Conversation(
                origin.id(),
                origin.brand(),
                origin.account(),
                origin.channel(),
                origin.root(),
                origin.visibility(),
                customer,
                customerName,
                subject,
                preview,
                state,
                inquiry,
                waitingSince,
                warn,
                due,
                snoozedUntil,
                assignee,
                sendTrouble,
                unreadable,
                triage,
                messageCount,
                lastActivity,
                origin.created(),
                origin.escalated());
    }

    /** The first words of a text on one line, cut at a code point. */
    public static String preview(String text) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), 2 * PREVIEW_LENGTH));
        boolean gap = false;
        int length = 0;
        for (int at = 0; at < text.length() && length < PREVIEW_LENGTH; ) {
            int point = text.codePointAt(at);
            at += Character.charCount(point);
            if (Character.isWhitespace(point) || Character.isISOControl(point)) {
                gap = length > 0;
                continue;
            }
            if (gap) {
                line.append(' ');
                length++;
                gap = false;
            }
            if (length < PREVIEW_LENGTH) {
                line.appendCodePoint(point);
                length++;
            }
        }
        return line.toString();
    }
}
