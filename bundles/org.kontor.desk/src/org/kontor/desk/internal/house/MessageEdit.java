package org.kontor.desk.internal.house;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kontor.api.channel.Direction;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.conversation.Attachment;
import org.kontor.api.conversation.Message;
import org.kontor.api.conversation.MessageKind;
import org.kontor.api.conversation.MessageState;
import org.kontor.api.id.LedgerId;
import org.kontor.api.id.OutboxId;

/** A message being changed; {@link #build} makes the record. For one thread. */
public final class MessageEdit {
    private static final String UNSENT = "outbox:";

    private final Message origin;
    private ExternalId externalId;
    private MessageKind kind;
    private @Nullable String subject;
    private String text;
    private @Nullable String html;
    private String version;
    private int versions;
    private MessageState state;
    private List<Attachment> attachments;
    private @Nullable String permalink;
    private @Nullable String replyTarget;
    private @Nullable LedgerId source;
    private Instant publishedAt;

    /** Begins to change {@code origin}. */
    public MessageEdit(Message origin) {
        this.origin = origin;
        externalId = origin.externalId();
        kind = origin.kind();
        subject = origin.subject();
        text = origin.text();
        html = origin.html();
        version = origin.version();
        versions = origin.versions();
        state = origin.state();
        attachments = origin.attachments();
        permalink = origin.permalink();
        replyTarget = origin.replyTarget();
        source = origin.source();
        publishedAt = origin.publishedAt();
    }

    /** The id of a message that is still in the outbox, until the platform's own is known. */
    public static ExternalId unsent(OutboxId entry) {
        return new ExternalId(UNSENT + entry.value());
    }

    /** Whether a message has not been sent, as far as we know. */
    public static boolean isUnsent(Message message) {
        return message.externalId().value().startsWith(UNSENT);
    }

    /** Whether a message is one that wants an answer. */
    public static boolean asks(Message message) {
        return message.direction() == Direction.INBOUND
                && (message.kind() == MessageKind.MESSAGE || message.kind() == MessageKind.UNREADABLE)
                && message.state() == MessageState.PRESENT
                && !message.history()
                && !message.automatic();
    }

    /** Whether a message is an answer that is on the platform. */
    public static boolean answers(Message message) {
        return message.direction() == Direction.OUTBOUND
                && message.kind() == MessageKind.MESSAGE
                && !message.automatic()
                && !isUnsent(message);
    }

    public MessageEdit externalId(ExternalId id) {
        externalId = id;
        return this;
    }

    public MessageEdit kind(MessageKind other) {
        kind = other;
        return this;
    }

    public MessageEdit state(MessageState other) {
        state = other;
        return this;
    }

    public MessageEdit publishedAt(Instant at) {
        publishedAt = at;
        return this;
    }

    /** The newest version's content. */
    public MessageEdit content(@Nullable String newSubject, String newText, @Nullable String newHtml) {
        subject = newSubject;
        text = newText;
        html = newHtml;
        return this;
    }

    /** Names the newest version. */
    public MessageEdit version(String mark, int count) {
        version = mark;
        versions = count;
        return this;
    }

    public MessageEdit attachments(List<Attachment> list) {
        attachments = list;
        return this;
    }

    /** What the platform tells of it now. */
    public MessageEdit seenOnPlatform(@Nullable String link, @Nullable String target, LedgerId entry) {
        permalink = link;
        replyTarget = target;
        source = entry;
        return this;
    }

    /** The message as changed. */
    public Message build() {
        return new Message(
                origin.id(),
                origin.brand(),
                origin.account(),
                origin.conversation(),
                externalId,
                origin.parent(),
                kind,
                origin.direction(),
                origin.author(),
                origin.authorName(),
                origin.authorHandle(),
                subject,
                text,
                html,
                version,
                versions,
                origin.visibility(),
                state,
                origin.history(),
                origin.automatic(),
                attachments,
                permalink,
                replyTarget,
                origin.outbox(),
                source,
                publishedAt,
                origin.seenAt());
    }
}
