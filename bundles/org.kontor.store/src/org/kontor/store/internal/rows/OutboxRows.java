package org.kontor.store.internal.rows;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Fault;
import org.kontor.api.channel.Outgoing;
import org.kontor.api.channel.OutgoingAttachment;
import org.kontor.api.channel.ReplyMode;
import org.kontor.api.id.AccountId;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.ConversationId;
import org.kontor.api.id.MessageId;
import org.kontor.api.id.OutboxId;
import org.kontor.api.id.UserId;
import org.kontor.api.outbox.OutboxEntry;
import org.kontor.api.outbox.OutboxState;
import org.kontor.api.store.Change;
import org.kontor.api.store.ConversationRef;
import org.kontor.store.internal.sql.Bind;
import org.kontor.store.internal.sql.Row;
import org.kontor.store.internal.sql.Sql;
import org.kontor.store.internal.sql.Table;
import org.kontor.store.internal.sql.Times;

/** The durable queue of replies. */
final class OutboxRows {
    /** Columns that change while a reply goes its way; the reply itself never does. */
    private static final String PROGRESS = """
        state, attempts, read_backs, fault_kind, fault_detail, fault_setting, fault_retry_at, detail, sent_as,
        not_before, settled_at\
        """;

    private static final Table OUTBOX = Table.of("outbox", "brand_id, id", """
        brand_id, id, account_id, conversation_id, message_id, author_id, send_key, mode, reply_target, parent,
        subject, content, cc, bcc, created_at,\
        """ + PROGRESS);
    private static final String SELECT = OUTBOX.select();
    private static final String SAVE = OUTBOX.upsert(List.of(PROGRESS.split("\\s*,\\s*")));
    private static final String ADD_ATTACHMENT = Table.of(
                    "outbox_attachment",
                    "brand_id, outbox_id, position",
                    "brand_id, outbox_id, position, name, media_type, description, blob_hash")
            .insert();
    private static final String DUE = """

        WHERE t.brand_id = ? AND t.account_id = ? AND t.state IN ('QUEUED', 'UNDECIDED') AND t.not_before <= ?
            AND t.not_before < ? ORDER BY t.created_at, t.id LIMIT ?\
        """;
    private static final String NEXT = """
        SELECT min(not_before) FROM outbox
        WHERE brand_id = ? AND account_id = ? AND state IN ('QUEUED', 'UNDECIDED') AND not_before < ?
        HAVING count(*) > 0\
        """;

    private OutboxRows() {}

    static Optional<OutboxEntry> entry(View view, BrandId brand, OutboxId entry) {
        return where(
                        view,
                        brand,
                        " WHERE t.brand_id = ? AND t.id = ?",
                        to -> to.id(brand).id(entry))
                .stream()
                .findFirst();
    }

    static List<OutboxEntry> ofConversation(View view, ConversationRef ref) {
        return where(
                view,
                ref.brand(),
                " WHERE t.brand_id = ? AND t.conversation_id = ? ORDER BY t.created_at, t.id",
                to -> to.id(ref.brand()).id(ref.id()));
    }

    static List<OutboxEntry> due(View view, BrandId brand, AccountId account, Instant now, int max) {
        return where(
                view,
                brand,
                DUE,
                to -> to.id(brand).id(account).time(now).number(Times.NEVER).number(max));
    }

    static Optional<Instant> next(View view, BrandId brand, AccountId account) {
        return view.sees(brand)
                ? view.sql.first(NEXT, to -> to.id(brand).id(account).number(Times.NEVER), Row::time)
                : Optional.empty();
    }

    static List<OutboxEntry> in(View view, BrandId brand, AccountId account, Set<OutboxState> states) {
        return states.isEmpty()
                ? List.of()
                : where(
                        view,
                        brand,
                        " WHERE t.brand_id = ? AND t.account_id = ? AND t.state IN ('"
                                + String.join("', '", new TreeSet<>(View.names(states)))
                                + "') ORDER BY t.created_at, t.id",
                        to -> to.id(brand).id(account));
    }

    static Map<ExternalId, OutboxEntry> bySentId(
            View view, BrandId brand, AccountId account, Collection<ExternalId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Set<ExternalId> wanted = new HashSet<>(ids);
        List<String> texts = ConversationRows.texts(wanted);
        String any = view.dialect().anyText("t.sent_as");
        String anyKey = view.dialect().anyText("t.send_key");
        List<OutboxEntry> entries = where(
                view,
                brand,
                " WHERE t.brand_id = ? AND t.account_id = ? AND t.sent_as IS NOT NULL AND " + any,
                to -> to.id(brand).id(account).texts(texts));
        List<OutboxEntry> byKey = where(
                view,
                brand,
                " WHERE t.brand_id = ? AND t.account_id = ? AND " + anyKey,
                to -> to.id(brand).id(account).texts(texts));
        Map<ExternalId, OutboxEntry> found = new HashMap<>();
        byKey.forEach(entry -> found.put(new ExternalId(entry.key()), entry));
        for (OutboxEntry entry : entries) {
            ExternalId sentAs = entry.sentAs();
            if (sentAs != null) {
                found.put(sentAs, entry);
            }
        }
        return found;
    }

    static int pending(View view) {
        return (int) view.sql.number(
                "SELECT count(*) FROM outbox WHERE " + view.dialect().anyNumber("brand_id")
                        + " AND state IN ('QUEUED', 'SENDING')",
                to -> to.numbers(view.brandIds()));
    }

    private static List<OutboxEntry> where(View view, BrandId brand, String condition, Sql.Binder binder) {
        if (!view.sees(brand)) {
            return List.of();
        }
        List<OutboxEntry> bare = view.sql.list(SELECT + condition, binder, OutboxRows::entry);
        Map<OutboxId, List<OutgoingAttachment>> attachments = attachments(view, brand, bare);
        if (attachments.isEmpty()) {
            return bare;
        }
        return bare.stream()
                .map(entry -> with(entry, attachments.getOrDefault(entry.id(), List.of())))
                .toList();
    }

    private static Map<OutboxId, List<OutgoingAttachment>> attachments(
            View view, BrandId brand, List<OutboxEntry> entries) {
        Map<OutboxId, List<OutgoingAttachment>> found = new HashMap<>();
        if (!entries.isEmpty()) {
            view.sql.each(
                    """
                        SELECT a.outbox_id, a.name, a.media_type, b.content, a.description FROM outbox_attachment a
                        JOIN blob b ON b.brand_id = a.brand_id AND b.hash = a.blob_hash
                        WHERE a.brand_id = ? AND\s\
                        """ + view.dialect().anyNumber("a.outbox_id") + " ORDER BY a.outbox_id," + " a.position",
                    to -> to.id(brand)
                            .numbers(View.ids(
                                    entries.stream().map(OutboxEntry::id).toList())),
                    row -> found.computeIfAbsent(new OutboxId(row.number()), o -> new ArrayList<>())
                            .add(DeskRows.attachment(row)));
        }
        return found;
    }

    private static OutboxEntry with(OutboxEntry e, List<OutgoingAttachment> attachments) {
        Outgoing r = e.reply();
        Outgoing reply = new Outgoing(
                r.mode(), r.replyTarget(), r.parent(), r.subject(), r.text(), r.cc(), r.bcc(), attachments);
        return new OutboxEntry(
                e.id(),
                e.brand(),
                e.account(),
                e.conversation(),
                e.message(),
                e.author(),
                e.key(),
                reply,
                e.state(),
                e.attempts(),
                e.readBacks(),
                e.fault(),
                e.detail(),
                e.sentAs(),
                e.createdAt(),
                e.notBefore(),
                e.settledAt());
    }

    private static OutboxEntry entry(Row row) throws SQLException {
        BrandId brand = new BrandId(row.number());
        OutboxId id = new OutboxId(row.number());
        AccountId account = new AccountId(row.number());
        ConversationId conversation = new ConversationId(row.number());
        MessageId message = new MessageId(row.number());
        UserId author = new UserId(row.number());
        String key = row.text();
        Outgoing reply = new Outgoing(
                row.constant(ReplyMode.class),
                row.text(),
                new ExternalId(row.text()),
                row.textOrNull(),
                row.text(),
                row.lines(),
                row.lines(),
                List.of());
        Instant created = row.time();
        OutboxState state = row.constant(OutboxState.class);
        int attempts = row.count();
        int readBacks = row.count();
        Fault fault = AccountRows.fault(row);
        String detail = row.textOrNull();
        String sentAs = row.textOrNull();
        return new OutboxEntry(
                id,
                brand,
                account,
                conversation,
                message,
                author,
                key,
                reply,
                state,
                attempts,
                readBacks,
                fault,
                detail,
                sentAs == null ? null : new ExternalId(sentAs),
                created,
                row.time(),
                row.timeOrNull());
    }

    static void save(View view, Changes changes, OutboxEntry entry) {
        BrandId brand = entry.brand();
        view.mayWrite(brand);
        boolean isNew = !view.sql.any(
                "SELECT 1 FROM outbox WHERE brand_id = ? AND id = ?",
                to -> to.id(brand).id(entry.id()));
        view.sql.update(SAVE, to -> bind(to, entry));
        if (isNew) {
            addAttachments(view, entry);
        }
        changes.note(brand, Change.Kind.OUTBOX, entry.id());
    }

    private static void addAttachments(View view, OutboxEntry entry) {
        List<OutgoingAttachment> attachments = entry.reply().attachments();
        for (int i = 0; i < attachments.size(); i++) {
            OutgoingAttachment attachment = attachments.get(i);
            byte[] hash = BlobRows.save(view, entry.brand(), attachment.content());
            int position = i;
            view.sql.update(
                    ADD_ATTACHMENT,
                    to -> to.id(entry.brand())
                            .id(entry.id())
                            .number(position)
                            .text(attachment.name())
                            .text(attachment.mediaType())
                            .text(attachment.description())
                            .bytes(hash));
        }
    }

    private static void bind(Bind to, OutboxEntry e) throws SQLException {
        Outgoing reply = e.reply();
        to.id(e.brand())
                .id(e.id())
                .id(e.account())
                .id(e.conversation())
                .id(e.message())
                .id(e.author())
                .text(e.key())
                .name(reply.mode())
                .text(reply.replyTarget())
                .text(reply.parent().value())
                .textOrNull(reply.subject())
                .text(reply.text())
                .lines(reply.cc())
                .lines(reply.bcc())
                .time(e.createdAt())
                .name(e.state())
                .number(e.attempts())
                .number(e.readBacks());
        AccountRows.bind(to, e.fault()).textOrNull(e.detail());
        ExternalId sentAs = e.sentAs();
        to.textOrNull(sentAs == null ? null : sentAs.value())
                .time(e.notBefore())
                .timeOrNull(e.settledAt());
    }
}
