package org.kontor.ui.inbox.internal.fake;

import java.time.Instant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.eclipse.core.runtime.IProgressMonitor;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Scope;
import org.kontor.api.account.Account;
import org.kontor.api.account.ChannelType;
import org.kontor.api.channel.AccountContext;
import org.kontor.api.channel.ChannelConnector;
import org.kontor.api.channel.Direction;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Fault;
import org.kontor.api.channel.Outgoing;
import org.kontor.api.conversation.Attachment;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.ConversationState;
import org.kontor.api.conversation.Draft;
import org.kontor.api.conversation.IgnoreReason;
import org.kontor.api.conversation.Inquiry;
import org.kontor.api.conversation.Message;
import org.kontor.api.conversation.MessageKind;
import org.kontor.api.conversation.MessageState;
import org.kontor.api.conversation.Note;
import org.kontor.api.desk.Connectors;
import org.kontor.api.desk.Drafts;
import org.kontor.api.desk.InboxActions;
import org.kontor.api.desk.Reading;
import org.kontor.api.desk.Replies;
import org.kontor.api.id.AccountId;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.MessageId;
import org.kontor.api.id.NoteId;
import org.kontor.api.id.OutboxId;
import org.kontor.api.id.UserId;
import org.kontor.api.outbox.OutboxEntry;
import org.kontor.api.outbox.OutboxState;
import org.kontor.api.reply.Checked;
import org.kontor.api.runner.Runner;
import org.kontor.api.store.Change;
import org.kontor.api.store.ConversationRef;

/** The use cases over a {@link FakeHouse}, as far as the inbox can tell them from the real ones. */
public final class FakeDesk implements InboxActions, Reading, Replies, Drafts, Connectors, Runner {
    /** How long a reply can be taken back. */
    public static final Duration TAKE_BACK = Duration.ofSeconds(5);

    private final FakeHouse house;
    private final Map<String, ChannelConnector> connectors = new TreeMap<>();
    public final List<Draft> keptDrafts = new ArrayList<>();
    public final List<ReplyRequest> requests = new ArrayList<>();
    public final List<AccountId> receivedNow = new ArrayList<>();
    /** What the checks say of every reply. */
    public volatile Checked checked = Checked.NOTHING;
    public final List<ReplyRequest> checkedRequests = new CopyOnWriteArrayList<>();
    /** What the next reply is refused with. */
    public Outcome.@Nullable Refused refusal;

    FakeDesk(FakeHouse house) {
        this.house = house;
    }

    public void install(ChannelConnector connector) {
        connectors.put(connector.type().name(), connector);
    }

    @Override
    public Checked check(Scope scope, ReplyRequest request, Locale locale, IProgressMonitor monitor) {
        house.check();
        checkedRequests.add(request);
        return checked;
    }

    // -- reading

    @Override
    public void looked(Scope scope, Map<ConversationRef, Instant> upTo) {
        house.check();
        house.marks.putAll(upTo);
    }

    @Override
    public boolean keep(Scope scope, BrandId brand, Attachment attachment, byte[] content) {
        house.check();
        return true;
    }

    // -- actions

    @Override
    public Undo assign(Scope scope, Collection<ConversationRef> conversations, @Nullable UserId assignee) {
        return change(conversations, c -> Copy.of(c).assignee(assignee).build(), c -> true);
    }

    @Override
    public Undo snooze(Scope scope, Collection<ConversationRef> conversations, Instant until) {
        return change(
                conversations,
                c -> Copy.of(c).state(ConversationState.SNOOZED).snoozedUntil(until).build(),
                c -> c.state().open());
    }

    @Override
    public Undo resolve(Scope scope, Collection<ConversationRef> conversations) {
        return change(
                conversations,
                c -> Copy.of(c).state(ConversationState.RESOLVED).build(),
                c -> c.state() != ConversationState.RESOLVED);
    }

    @Override
    public Undo ignore(Scope scope, Collection<ConversationRef> conversations, IgnoreReason reason) {
        return change(conversations, c -> Copy.of(c).state(ConversationState.IGNORED).build(), c -> c.state()
                .open());
    }

    @Override
    public Undo reopen(Scope scope, Collection<ConversationRef> conversations) {
        return change(
                conversations,
                c -> Copy.of(c).state(ConversationState.OPEN).snoozedUntil(null).build(),
                c -> c.state() != ConversationState.OPEN);
    }

    private Undo change(
            Collection<ConversationRef> refs,
            UnaryOperator<Conversation> change,
            java.util.function.Predicate<Conversation> concerned) {
        house.check();
        List<Conversation> before = new ArrayList<>();
        List<Conversation> after = new ArrayList<>();
        synchronized (house) {
            for (ConversationRef ref : refs) {
                Conversation now = house.conversations.get(ref);
                if (now != null && concerned.test(now)) {
                    Conversation then = change.apply(now);
                    before.add(now);
                    after.add(then);
                    house.save(then);
                }
            }
        }
        house.hint();
        return new Undo(before, after, List.<Inquiry>of());
    }

    @Override
    public int undo(Scope scope, Undo undo) {
        house.check();
        int count = 0;
        synchronized (house) {
            for (int i = 0; i < undo.before().size(); i++) {
                Conversation then = undo.after().get(i);
                if (then.equals(house.conversations.get(ConversationRef.of(then)))) {
                    house.save(undo.before().get(i));
                    count++;
                }
            }
        }
        house.hint();
        return count;
    }

    @Override
    public Note note(Scope scope, ConversationRef conversation, String text) {
        house.check();
        Note note = new Note(
                new NoteId(house.ids.next()),
                conversation.brand(),
                conversation.id(),
                scope.user(),
                text,
                house.clock.instant());
        synchronized (house) {
            house.notes.computeIfAbsent(conversation, ref -> new ArrayList<>()).add(note);
            house.change(
                    conversation.brand(),
                    Change.Kind.CONVERSATION,
                    conversation.id().value());
        }
        return note;
    }

    @Override
    public int wake(Scope scope, Instant now) {
        return 0;
    }

    // -- replies

    @Override
    public Outcome reply(Scope scope, ReplyRequest request) {
        house.check();
        requests.add(request);
        Outcome.Refused no = refusal;
        if (no != null) {
            return no;
        }
        synchronized (house) {
            return new Outcome.Queued(queue(scope, request));
        }
    }

    private OutboxEntry queue(Scope scope, ReplyRequest request) {
        ConversationRef ref = request.conversation();
        Conversation conversation = house.conversations.get(ref);
        Message answered = house.messages.getOrDefault(ref, List.of()).stream()
                .filter(message -> Objects.equals(message.id(), request.answers()))
                .findFirst()
                .orElseThrow();
        OutboxId id = new OutboxId(house.ids.next());
        MessageId message = new MessageId(house.ids.next());
        String key = "key-" + id.value();
        Outgoing outgoing = new Outgoing(
                request.mode(),
                String.valueOf(answered.replyTarget()),
                answered.externalId(),
                answered.subject(),
                request.text(),
                request.cc(),
                request.bcc(),
                request.attachments());
        OutboxEntry entry = new OutboxEntry(
                id, ref.brand(), conversation.account(), ref.id(), message, scope.user(), key, outgoing,
                OutboxState.QUEUED, 0, 0, null, null, null, house.clock.instant(),
                house.clock.instant().plus(TAKE_BACK), null);
        house.save(own(conversation, answered, entry));
        house.drafts.computeIfPresent(ref, (same, draft) -> draft.note().isBlank() ? null : noteOf(draft));
        house.save(entry);
        house.change(ref.brand(), Change.Kind.CONVERSATION, ref.id().value());
        return entry;
    }

    private Draft noteOf(Draft draft) {
        return new Draft(
                draft.conversation(), draft.author(), draft.mode(), "", List.of(), List.of(), List.of(),
                house.clock.instant(), draft.note());
    }

    private String noteIn(ConversationRef ref) {
        Draft draft = house.drafts.get(ref);
        return draft == null ? "" : draft.note();
    }

    private Message own(Conversation conversation, Message answered, OutboxEntry entry) {
        Account account = house.accounts.get(conversation.account());
        return new Message(
                entry.message(), entry.brand(), entry.account(), entry.conversation(), new ExternalId(entry.key()),
                answered.externalId(), MessageKind.MESSAGE, Direction.OUTBOUND, null, account.name(), account.name(),
                null, entry.reply().text(), null, entry.key(), 1, answered.visibility(),
                org.kontor.api.conversation.MessageState.PRESENT, false, false, List.of(), null, null, entry.id(), null,
                entry.createdAt(), entry.createdAt());
    }

    /** Lets a reply come to a state, as the outbox worker would. */
    public void become(OutboxId id, OutboxState state, @Nullable Fault fault, @Nullable String detail) {
        synchronized (house) {
            OutboxEntry e = house.outbox.get(id);
            house.save(new OutboxEntry(
                    e.id(), e.brand(), e.account(), e.conversation(), e.message(), e.author(), e.key(), e.reply(),
                    state, 1, 0, fault, detail, null, e.createdAt(), e.notBefore(), house.clock.instant()));
            Conversation c = house.conversations.get(new ConversationRef(e.brand(), e.conversation()));
            boolean trouble = state == OutboxState.FAILED || state == OutboxState.UNDECIDED;
            Copy copy = Copy.of(c).sendTrouble(trouble);
            house.save(state == OutboxState.SENT ? copy.state(ConversationState.ANSWERED).build() : copy.build());
        }
        house.hint();
    }

    private boolean settle(OutboxId id, List<OutboxState> from, OutboxState to, boolean draft) {
        house.check();
        synchronized (house) {
            OutboxEntry entry = house.outbox.get(id);
            if (!from.contains(entry.state())) {
                return false;
            }
            become(id, to, null, null);
            ConversationRef ref = new ConversationRef(entry.brand(), entry.conversation());
            if (draft) {
                Outgoing reply = entry.reply();
                house.drafts.put(ref, new Draft(
                        ref.id(), entry.author(), reply.mode(), reply.text(), reply.cc(), reply.bcc(),
                        reply.attachments(), house.clock.instant(), noteIn(ref)));
            }
            return true;
        }
    }

    @Override
    public boolean takeBack(Scope scope, BrandId brand, OutboxId entry) {
        return settle(entry, List.of(OutboxState.QUEUED), OutboxState.CANCELLED, true);
    }

    @Override
    public boolean retry(Scope scope, BrandId brand, OutboxId entry) {
        return settle(entry, List.of(OutboxState.FAILED), OutboxState.QUEUED, false);
    }

    @Override
    public boolean confirmSent(Scope scope, BrandId brand, OutboxId entry) {
        return settle(entry, List.of(OutboxState.UNDECIDED), OutboxState.SENT, false);
    }

    @Override
    public boolean sendAgain(Scope scope, BrandId brand, OutboxId entry) {
        return settle(entry, List.of(OutboxState.UNDECIDED), OutboxState.QUEUED, false);
    }

    @Override
    public boolean giveUp(Scope scope, BrandId brand, OutboxId entry) {
        return settle(entry, List.of(OutboxState.FAILED, OutboxState.UNDECIDED), OutboxState.CANCELLED, true);
    }

    // -- drafts

    @Override
    public Optional<Draft> draft(Scope scope, ConversationRef conversation) {
        house.check();
        return Optional.ofNullable(house.drafts.get(conversation));
    }

    @Override
    public void keep(Scope scope, ConversationRef conversation, Draft draft) {
        house.check();
        synchronized (house) {
            keptDrafts.add(draft);
            if (draft.withoutReply() && draft.note().isBlank()) {
                house.drafts.remove(conversation);
            } else {
                house.drafts.put(conversation, draft);
            }
        }
    }

    // -- connectors and runner

    @Override
    public List<ChannelConnector> all() {
        return List.copyOf(connectors.values());
    }

    @Override
    public Optional<ChannelConnector> of(ChannelType type) {
        return Optional.ofNullable(connectors.get(type.name()));
    }

    @Override
    public AccountContext context(Account account) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void accountsChanged() {
        // nothing runs here
    }

    @Override
    public void receiveNow(AccountId account) {
        receivedNow.add(account);
    }

    @Override
    public void sendNow(AccountId account) {
        // nothing runs here
    }

    @Override
    public boolean running() {
        return true;
    }
}
