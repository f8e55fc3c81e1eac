package org.kontor.store.internal.rows;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.channel.Direction;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Visibility;
import org.kontor.api.conversation.Attachment;
import org.kontor.api.conversation.Message;
import org.kontor.api.conversation.MessageKind;
import org.kontor.api.conversation.MessageState;
import org.kontor.api.conversation.MessageVersion;
import org.kontor.api.id.AccountId;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.ConversationId;
import org.kontor.api.id.LedgerId;
import org.kontor.api.id.MessageId;
import org.kontor.api.id.OutboxId;
import org.kontor.api.id.ProfileId;
import org.kontor.api.store.Change;
import org.kontor.api.store.ConversationRef;
import org.kontor.store.internal.rows.SearchNotes.Indexed;
import org.kontor.store.internal.sql.Bind;
import org.kontor.store.internal.sql.Row;
import org.kontor.store.internal.sql.Table;

/** Messages with their attachments and versions, and the search index over them. */
final class MessageRows {
    private static final Table MESSAGE = Table.of("message", "brand_id, id", """
        conversation_id, account_id, external_id, parent, kind, direction, author_id, author_name,
        author_handle, version, versions, visibility, state, history, automatic, attachments, permalink,
        reply_target, outbox_id, source_id, published_at, seen_at, subject, content, html, brand_id, id\
        """);
    private static final Table VERSION = Table.of(
            "message_version",
            "brand_id, message_id, version",
            "brand_id, message_id, number, version, subject, content, seen_at");
    private static final String SELECT = MESSAGE.select();
    private static final String ADD = MESSAGE.insert();
    private static final String REPLACE = MESSAGE.update();
    private static final String ADD_VERSION = VERSION.insertAbsent();
    private static final String REDACT_VERSIONS =
            "UPDATE message_version SET subject = NULL, content = '' WHERE brand_id = ? AND message_id = ?";
    private static final String OPEN_INBOUND = """
        SELECT m.external_id FROM conversation c
        JOIN message m ON m.brand_id = c.brand_id AND m.conversation_id = c.id
        WHERE c.brand_id = ? AND c.state IN ('OPEN', 'SNOOZED') AND c.account_id = ?
            AND m.published_at >= c.waiting_since AND m.direction = 'INBOUND' AND m.state = 'PRESENT'
            AND m.kind = 'MESSAGE' AND m.history = 0
        ORDER BY m.looked_at, m.id LIMIT ?\
        """;

    /** What is there of a message before it is saved again. */
    private record Before(Indexed indexed, boolean hasAttachments) {}

    private MessageRows() {}

    static List<Message> ofConversation(View view, ConversationRef ref) {
        if (!view.sees(ref.brand())) {
            return List.of();
        }
        Map<MessageId, List<Attachment>> attachments = AttachmentRows.ofConversation(view, ref);
        return view.sql.list(
                SELECT + " WHERE t.brand_id = ? AND t.conversation_id = ? ORDER BY t.published_at, t.id",
                to -> to.id(ref.brand()).id(ref.id()),
                row -> message(row, attachments));
    }

    static Optional<Message> message(View view, BrandId brand, MessageId message) {
        if (!view.sees(brand)) {
            return Optional.empty();
        }
        Map<MessageId, List<Attachment>> attachments = AttachmentRows.ofMessages(view, brand, List.of(message));
        return view.sql.first(
                SELECT + " WHERE t.brand_id = ? AND t.id = ?",
                to -> to.id(brand).id(message),
                row -> message(row, attachments));
    }

    static Map<ExternalId, Message> byExternalId(
            View view, BrandId brand, AccountId account, Collection<ExternalId> ids) {
        if (!view.sees(brand) || ids.isEmpty()) {
            return Map.of();
        }
        List<Message> bare = view.sql.list(
                SELECT + " WHERE t.brand_id = ? AND t.account_id = ? AND "
                        + view.dialect().anyText("t.external_id"),
                to -> to.id(brand).id(account).texts(ConversationRows.texts(ids)),
                row -> message(row, Map.of()));
        Map<MessageId, List<Attachment>> attachments = AttachmentRows.ofMessages(
                view, brand, bare.stream().map(Message::id).toList());
        Map<ExternalId, Message> found = new HashMap<>();
        for (Message message : bare) {
            found.put(message.externalId(), with(message, attachments.getOrDefault(message.id(), List.of())));
        }
        return found;
    }

    private static Message with(Message m, List<Attachment> attachments) {
        return attachments.isEmpty()
                ? m
                : new Message(
                        m.id(),
                        m.brand(),
                        m.account(),
                        m.conversation(),
                        m.externalId(),
                        m.parent(),
                        m.kind(),
                        m.direction(),
                        m.author(),
                        m.authorName(),
                        m.authorHandle(),
                        m.subject(),
                        m.text(),
                        m.html(),
                        m.version(),
                        m.versions(),
                        m.visibility(),
                        m.state(),
                        m.history(),
                        m.automatic(),
                        attachments,
                        m.permalink(),
                        m.replyTarget(),
                        m.outbox(),
                        m.source(),
                        m.publishedAt(),
                        m.seenAt());
    }

    static List<MessageVersion> versions(View view, BrandId brand, MessageId message) {
        return view.sees(brand)
                ? view.sql.list(
                        """
                        SELECT number, version, subject, content, seen_at FROM message_version
                        WHERE brand_id = ? AND message_id = ? ORDER BY number\
                        """,
                        to -> to.id(brand).id(message),
                        row -> new MessageVersion(
                                message, row.count(), row.text(), row.textOrNull(), row.text(), row.time()))
                : List.of();
    }

    static List<ExternalId> openInbound(View view, BrandId brand, AccountId account, int max) {
        return view.sees(brand)
                ? view.sql.list(
                        OPEN_INBOUND, to -> to.id(brand).id(account).number(max), row -> new ExternalId(row.text()))
                : List.of();
    }

    static void lookedAt(View view, BrandId brand, AccountId account, Collection<ExternalId> ids, Instant at) {
        view.mayWrite(brand);
        view.sql.update(
                "UPDATE message SET looked_at = ? WHERE brand_id = ? AND account_id = ? AND "
                        + view.dialect().anyText("external_id"),
                to -> to.time(at).id(brand).id(account).texts(ConversationRows.texts(ids)));
    }

    private static Message message(Row row, Map<MessageId, List<Attachment>> attachments) throws SQLException {
        ConversationId conversation = new ConversationId(row.number());
        AccountId account = new AccountId(row.number());
        ExternalId external = new ExternalId(row.text());
        String parent = row.textOrNull();
        MessageKind kind = row.constant(MessageKind.class);
        Direction direction = row.constant(Direction.class);
        Long author = row.numberOrNull();
        String authorName = row.text();
        String authorHandle = row.text();
        String version = row.text();
        int versions = row.count();
        Visibility visibility = row.constant(Visibility.class);
        MessageState state = row.constant(MessageState.class);
        boolean history = row.truth();
        boolean automatic = row.truth();
        row.count();
        String permalink = row.textOrNull();
        String replyTarget = row.textOrNull();
        Long outbox = row.numberOrNull();
        Long source = row.numberOrNull();
        Instant publishedAt = row.time();
        Instant seenAt = row.time();
        String subject = row.textOrNull();
        String text = row.text();
        String html = row.textOrNull();
        BrandId brand = new BrandId(row.number());
        MessageId id = new MessageId(row.number());
        return new Message(
                id,
                brand,
                account,
                conversation,
                external,
                parent == null ? null : new ExternalId(parent),
                kind,
                direction,
                author == null ? null : new ProfileId(author),
                authorName,
                authorHandle,
                subject,
                text,
                html,
                version,
                versions,
                visibility,
                state,
                history,
                automatic,
                attachments.getOrDefault(id, List.of()),
                permalink,
                replyTarget,
                outbox == null ? null : new OutboxId(outbox),
                source == null ? null : new LedgerId(source),
                publishedAt,
                seenAt);
    }

    static void save(View view, Changes changes, SearchNotes search, Collection<Message> messages) {
        Map<BrandId, List<Message>> byBrand = new HashMap<>();
        for (Message message : messages) {
            byBrand.computeIfAbsent(message.brand(), b -> new ArrayList<>()).add(message);
        }
        byBrand.forEach((brand, ofBrand) -> {
            view.mayWrite(brand);
            Map<MessageId, Before> known = known(view, brand, ofBrand);
            for (Message message : ofBrand) {
                Before after =
                        new Before(Indexed.of(message), !message.attachments().isEmpty());
                Before before = known.put(message.id(), after);
                view.sql.update(before == null ? ADD : REPLACE, to -> bind(to, message));
                boolean had = before != null && before.hasAttachments();
                if (had && message.state() == MessageState.REDACTED) {
                    AttachmentRows.forget(view, message);
                }
                if (had || after.hasAttachments()) {
                    AttachmentRows.replace(view, message);
                }
                if (message.state() == MessageState.REDACTED) {
                    view.sql.update(REDACT_VERSIONS, to -> to.id(brand).id(message.id()));
                }
                search.note(brand, message.id(), before == null ? null : before.indexed(), after.indexed());
                changes.note(brand, Change.Kind.CONVERSATION, message.conversation());
            }
        });
    }

    private static Map<MessageId, Before> known(View view, BrandId brand, List<Message> messages) {
        Map<MessageId, Before> known = new HashMap<>();
        long[] ids = messages.stream().mapToLong(m -> m.id().value()).toArray();
        view.sql.each(
                "SELECT id, author_name, author_handle, subject, content, attachments FROM message"
                        + " WHERE brand_id = ? AND " + view.dialect().anyNumber("id"),
                to -> to.id(brand).numbers(ids),
                row -> {
                    known.put(
                            new MessageId(row.number()),
                            new Before(
                                    new Indexed(row.text(), row.text(), row.textOrNull(), row.text()),
                                    row.count() > 0));
                    return true;
                });
        return known;
    }

    private static void bind(Bind to, Message m) throws SQLException {
        ExternalId parent = m.parent();
        to.id(m.conversation())
                .id(m.account())
                .text(m.externalId().value())
                .textOrNull(parent == null ? null : parent.value())
                .name(m.kind())
                .name(m.direction())
                .idOrNull(m.author())
                .text(m.authorName())
                .text(m.authorHandle())
                .text(m.version())
                .number(m.versions())
                .name(m.visibility())
                .name(m.state())
                .truth(m.history())
                .truth(m.automatic())
                .number(m.attachments().size())
                .textOrNull(m.permalink())
                .textOrNull(m.replyTarget())
                .idOrNull(m.outbox())
                .idOrNull(m.source())
                .time(m.publishedAt())
                .time(m.seenAt())
                .textOrNull(m.subject())
                .text(m.text())
                .textOrNull(m.html())
                .id(m.brand())
                .id(m.id());
    }

    static void addVersions(View view, Changes changes, BrandId brand, Collection<MessageVersion> versions) {
        view.mayWrite(brand);
        for (MessageVersion version : versions) {
            view.sql.update(
                    ADD_VERSION,
                    to -> to.id(brand)
                            .id(version.message())
                            .number(version.number())
                            .text(version.version())
                            .textOrNull(version.subject())
                            .text(version.text())
                            .time(version.seenAt()));
        }
        view.sql.each(
                "SELECT DISTINCT conversation_id FROM message WHERE brand_id = ? AND "
                        + view.dialect().anyNumber("id"),
                to -> to.id(brand)
                        .numbers(versions.stream()
                                .mapToLong(v -> v.message().value())
                                .toArray()),
                row -> {
                    changes.note(brand, Change.Kind.CONVERSATION, new ConversationId(row.number()));
                    return true;
                });
    }
}
