package org.kontor.desk.internal.reply;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Right;
import org.kontor.api.access.Scope;
import org.kontor.api.account.Account;
import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.AuditField;
import org.kontor.api.audit.AuditSubject;
import org.kontor.api.channel.Capabilities;
import org.kontor.api.channel.ChannelConnector;
import org.kontor.api.channel.ChannelSession;
import org.kontor.api.channel.Direction;
import org.kontor.api.channel.Outgoing;
import org.kontor.api.channel.OutgoingAttachment;
import org.kontor.api.channel.ReplyMode;
import org.kontor.api.channel.TextLimit;
import org.kontor.api.channel.Visibility;
import org.kontor.api.conversation.Attachment;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.Draft;
import org.kontor.api.conversation.Message;
import org.kontor.api.conversation.MessageKind;
import org.kontor.api.conversation.MessageState;
import org.kontor.api.conversation.MessageVersion;
import org.kontor.api.desk.Connectors;
import org.kontor.api.desk.Replies;
import org.kontor.api.id.AttachmentId;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.MessageId;
import org.kontor.api.id.OutboxId;
import org.kontor.api.outbox.OutboxEntry;
import org.kontor.api.outbox.OutboxState;
import org.kontor.api.reply.Checked;
import org.kontor.api.reply.Finding;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.ReadRows;
import org.kontor.api.store.Store;
import org.kontor.api.store.WriteRows;
import org.kontor.desk.internal.house.ConversationEdit;
import org.kontor.desk.internal.house.House;
import org.kontor.desk.internal.house.MessageEdit;
import org.kontor.desk.internal.house.Trail;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes replies from agents into the outbox, and their word on what failed or is undecided. */
@Component(service = Replies.class)
public final class ReplyService implements Replies {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;]+@[^\\s@<>,;]+\\.[^\\s@<>,;]+");

    private final Store store;
    private final Connectors connectors;
    private final House house;
    private final Trail trail;
    private final Checks checks;

    @Activate
    public ReplyService(
            @Reference Store store,
            @Reference Connectors connectors,
            @Reference House house,
            @Reference Checks checks) {
        this.store = store;
        this.connectors = connectors;
        this.house = house;
        trail = new Trail(house);
        this.checks = checks;
    }

    @Override
    public Checked check(Scope scope, ReplyRequest request, Locale locale, IProgressMonitor monitor) {
        return checks.check(scope, request, locale, monitor);
    }

    @Override
    public Outcome reply(Scope scope, ReplyRequest request) {
        ConversationRef ref = request.conversation();
        scope.require(ref.brand(), Right.ANSWER);
        if (!request.brandSeen().equals(ref.brand())) {
            return refused(Reason.WRONG_BRAND, "");
        }
        Optional<Finding> stop = checks.check(scope, request, Locale.getDefault(), new NullProgressMonitor())
                .stop();
        if (stop.isPresent()) {
            return refused(Reason.CHECK_STOPPED, stop.get().sentence());
        }
        return store.write(scope, rows -> {
            Conversation conversation = rows.conversation(ref).orElseThrow();
            Account account = rows.account(ref.brand(), conversation.account()).orElseThrow();
            Optional<ChannelConnector> connector = connectors.of(account.channel());
            if (connector.isEmpty()) {
                return refused(Reason.CHANNEL_NOT_INSTALLED, account.channel().name());
            }
            Message answered = answered(rows, ref, request.answers());
            Outcome.@Nullable Refused problem = check(request, connector.get().capabilities(), answered);
            return problem != null || answered == null
                    ? problem != null ? problem : refused(Reason.NOTHING_TO_ANSWER, "")
                    : queue(rows, request, conversation, account, connector.get(), answered);
        });
    }

    private static @Nullable Message answered(ReadRows rows, ConversationRef ref, @Nullable MessageId wanted) {
        return rows.messages(ref).reversed().stream()
                .filter(m -> m.replyTarget() != null && m.state() == MessageState.PRESENT)
                .filter(m -> wanted == null
                        ? m.direction() == Direction.INBOUND && m.kind() == MessageKind.MESSAGE
                        : m.id().equals(wanted))
                .findFirst()
                .orElse(null);
    }

    private static Outcome.@Nullable Refused check(ReplyRequest request, Capabilities can, @Nullable Message answered) {
        if (answered == null) {
            return refused(Reason.NOTHING_TO_ANSWER, "");
        }
        if (request.text().isBlank() && request.attachments().isEmpty()) {
            return refused(Reason.EMPTY, "");
        }
        ReplyMode mode = request.mode();
        boolean fits = mode == ReplyMode.DIRECT || answered.visibility() == Visibility.PUBLIC;
        if (!can.replies().containsKey(mode) || !fits) {
            return refused(Reason.MODE_NOT_OFFERED, mode.name());
        }
        for (TextLimit limit : can.limits(mode)) {
            if (limit.left(request.text()) < 0) {
                return refused(Reason.TOO_LONG, limit.unit() + " " + limit.max());
            }
        }
        for (String address : join(request.cc(), request.bcc())) {
            if (!ADDRESS.matcher(address).matches()) {
                return refused(Reason.BAD_ADDRESS, address);
            }
        }
        return attachmentProblem(request.attachments(), can.attachments());
    }

    private static Outcome.@Nullable Refused attachmentProblem(
            List<OutgoingAttachment> attachments, Capabilities.AttachmentRule rule) {
        if (attachments.size() > rule.maxCount()) {
            return refused(Reason.ATTACHMENT_NOT_TAKEN, "at most " + rule.maxCount());
        }
        for (OutgoingAttachment attachment : attachments) {
            if (attachment.content().length > rule.maxBytes() || !rule.takes(attachment.mediaType())) {
                return refused(Reason.ATTACHMENT_NOT_TAKEN, attachment.name());
            }
        }
        return null;
    }

    private Outcome queue(
            WriteRows rows,
            ReplyRequest request,
            Conversation conversation,
            Account account,
            ChannelConnector connector,
            Message answered) {
        Instant now = house.now();
        String target = answered.replyTarget();
        if (target == null) {
            return refused(Reason.NOTHING_TO_ANSWER, "");
        }
        Outgoing outgoing = new Outgoing(
                request.mode(),
                target,
                answered.externalId(),
                answered.subject(),
                request.text(),
                request.cc(),
                request.bcc(),
                request.attachments());
        String key;
        try (ChannelSession session = connector.open(connectors.context(account))) {
            key = session.newKey(outgoing, now);
        }
        OutboxId id = new OutboxId(house.nextId());
        Message message = message(rows, request, conversation, account, answered, id, now);
        OutboxEntry entry = new OutboxEntry(
                id,
                account.brand(),
                account.id(),
                conversation.id(),
                message.id(),
                rows.scope().user(),
                key,
                outgoing,
                OutboxState.QUEUED,
                0,
                0,
                null,
                null,
                null,
                now,
                now.plus(house.pace().hold()),
                null);
        rows.saveConversations(
                List.of(new ConversationEdit(conversation).add(message, false).build()));
        rows.saveMessages(List.of(message));
        rows.addVersions(
                account.brand(),
                List.of(new MessageVersion(message.id(), 1, message.version(), null, message.text(), now)));
        rows.saveOutbox(entry);
        note(rows, AuditAction.REPLY, entry, said(outgoing));
        endDraft(rows, request.conversation());
        return new Outcome.Queued(entry);
    }

    private Message message(
            WriteRows rows,
            ReplyRequest request,
            Conversation conversation,
            Account account,
            Message answered,
            OutboxId outbox,
            Instant now) {
        List<Attachment> attachments = request.attachments().stream()
                .map(a -> new Attachment(
                        new AttachmentId(house.nextId()),
                        "outbox",
                        a.name(),
                        a.mediaType(),
                        (long) a.content().length,
                        a.description(),
                        rows.saveBlob(account.brand(), a.content())))
                .toList();
        return new Message(
                new MessageId(house.nextId()),
                account.brand(),
                account.id(),
                conversation.id(),
                MessageEdit.unsent(outbox),
                answered.externalId(),
                MessageKind.MESSAGE,
                Direction.OUTBOUND,
                null,
                account.name(),
                "",
                answered.subject(),
                request.text(),
                null,
                "sent-" + outbox.value(),
                1,
                request.mode() == ReplyMode.PUBLIC ? Visibility.PUBLIC : Visibility.PRIVATE,
                MessageState.PRESENT,
                false,
                false,
                attachments,
                null,
                null,
                outbox,
                null,
                now,
                now);
    }

    // -- an agent's word on what is in the outbox

    @Override
    public boolean takeBack(Scope scope, BrandId brand, OutboxId entry) {
        return change(AuditAction.TAKE_BACK, scope, brand, entry, OutboxState.QUEUED, this::cancel);
    }

    @Override
    public boolean retry(Scope scope, BrandId brand, OutboxId entry) {
        return change(
                AuditAction.RETRY,
                scope,
                brand,
                entry,
                OutboxState.FAILED,
                (rows, e) -> new Settling(rows, house).save(OutboxEdit.queued(e, null, house.now())));
    }

    @Override
    public boolean confirmSent(Scope scope, BrandId brand, OutboxId entry) {
        return change(
                AuditAction.CONFIRM_SENT,
                scope,
                brand,
                entry,
                OutboxState.UNDECIDED,
                (rows, e) -> new Settling(rows, house).sent(brand, entry, null, house.now()));
    }

    @Override
    public boolean sendAgain(Scope scope, BrandId brand, OutboxId entry) {
        return change(
                AuditAction.SEND_AGAIN,
                scope,
                brand,
                entry,
                OutboxState.UNDECIDED,
                (rows, e) -> new Settling(rows, house).save(OutboxEdit.queued(e, null, house.now())));
    }

    @Override
    public boolean giveUp(Scope scope, BrandId brand, OutboxId entry) {
        return change(AuditAction.GIVE_UP, scope, brand, entry, OutboxState.FAILED, this::cancel)
                || change(AuditAction.GIVE_UP, scope, brand, entry, OutboxState.UNDECIDED, this::cancel);
    }

    /** The reply is told by its number in the outbox. */
    private void note(WriteRows rows, AuditAction action, OutboxEntry entry, List<AuditField> more) {
        trail.note(
                rows,
                entry.brand(),
                action,
                new AuditSubject.OfConversation(entry.conversation()),
                join(List.of(AuditField.of("outbox", entry.id().value())), more));
    }

    private static List<AuditField> said(Outgoing reply) {
        List<AuditField> fields = new ArrayList<>();
        fields.add(AuditField.of("mode", reply.mode()));
        fields.add(AuditField.personal("text", reply.text()));
        List<String> names =
                reply.attachments().stream().map(OutgoingAttachment::name).toList();
        Map.of("cc", reply.cc(), "bcc", reply.bcc(), "attachments", names).forEach((name, values) -> {
            if (!values.isEmpty()) {
                fields.add(AuditField.personal(name, String.join(", ", values)));
            }
        });
        return fields;
    }

    private interface Change {
        void make(WriteRows rows, OutboxEntry entry);
    }

    private boolean change(
            AuditAction action, Scope scope, BrandId brand, OutboxId id, OutboxState expected, Change change) {
        scope.require(brand, Right.ANSWER);
        return store.write(scope, rows -> {
            Optional<OutboxEntry> entry = rows.outboxEntry(brand, id).filter(e -> e.state() == expected);
            entry.ifPresent(e -> {
                change.make(rows, e);
                note(rows, action, e, List.of());
            });
            return entry.isPresent();
        });
    }

    /** Takes a reply out of the outbox and gives its text back as the draft, unless another has been begun. */
    private void cancel(WriteRows rows, OutboxEntry entry) {
        new Settling(rows, house).save(OutboxEdit.cancelled(entry, house.now()));
        ConversationRef ref = new ConversationRef(entry.brand(), entry.conversation());
        rows.message(entry.brand(), entry.message())
                .ifPresent(m -> rows.saveMessages(
                        List.of(new MessageEdit(m).state(MessageState.DELETED).build())));
        rows.conversation(ref)
                .ifPresent(c -> rows.messages(ref).reversed().stream()
                        .filter(m -> m.state() == MessageState.PRESENT && m.kind() != MessageKind.CONTEXT)
                        .findFirst()
                        .ifPresent(last -> rows.saveConversations(List.of(
                                new ConversationEdit(c).previewOf(last.text()).build()))));
        Draft typed = rows.draft(ref).orElse(null);
        if (typed == null || typed.withoutReply()) {
            Outgoing reply = entry.reply();
            rows.saveDraft(
                    entry.brand(),
                    new Draft(
                            entry.conversation(),
                            rows.scope().user(),
                            reply.mode(),
                            reply.text(),
                            reply.cc(),
                            reply.bcc(),
                            reply.attachments(),
                            house.now(),
                            typed == null ? "" : typed.note()));
        }
    }

    /** The reply is on its way; a note that is being written beside it stays. */
    private void endDraft(WriteRows rows, ConversationRef ref) {
        String note = rows.draft(ref).map(Draft::note).orElse("");
        if (note.isBlank()) {
            rows.removeDraft(ref);
        } else {
            rows.saveDraft(
                    ref.brand(),
                    new Draft(
                            ref.id(),
                            rows.scope().user(),
                            ReplyMode.DIRECT,
                            "",
                            List.of(),
                            List.of(),
                            List.of(),
                            house.now(),
                            note));
        }
    }

    private static <T> List<T> join(List<T> a, List<T> b) {
        return Stream.concat(a.stream(), b.stream()).toList();
    }

    private static Outcome.Refused refused(Reason reason, String detail) {
        return new Outcome.Refused(reason, detail);
    }
}
