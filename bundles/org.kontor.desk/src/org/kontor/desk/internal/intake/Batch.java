package org.kontor.desk.internal.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.Account;
import org.kontor.api.channel.ChannelConnector;
import org.kontor.api.channel.Direction;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Fault;
import org.kontor.api.channel.FaultKind;
import org.kontor.api.channel.Normalised;
import org.kontor.api.channel.Origin;
import org.kontor.api.channel.ThreadRef;
import org.kontor.api.channel.Visibility;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.ConversationState;
import org.kontor.api.conversation.Inquiry;
import org.kontor.api.conversation.Message;
import org.kontor.api.conversation.MessageKind;
import org.kontor.api.conversation.MessageState;
import org.kontor.api.conversation.Profile;
import org.kontor.api.id.ConversationId;
import org.kontor.api.id.LedgerId;
import org.kontor.api.ledger.LedgerEntry;
import org.kontor.api.ledger.LedgerOutcome;
import org.kontor.api.outbox.OutboxEntry;
import org.kontor.api.outbox.OutboxState;
import org.kontor.api.store.WriteRows;
import org.kontor.desk.internal.house.ConversationEdit;
import org.kontor.desk.internal.house.House;
import org.kontor.desk.internal.house.MessageEdit;
import org.kontor.desk.internal.reply.Settling;

/** Turns a batch of understood events of one account into rows, within one transaction. */
final class Batch {
    private static final Set<OutboxState> UNSETTLED =
            Set.of(OutboxState.SENDING, OutboxState.UNDECIDED, OutboxState.FAILED);

    private final WriteRows rows;
    private final House house;
    private final Hooks hooks;
    private final Account account;
    private final ChannelConnector connector;
    private final WorkingSet set;
    private final InquiryRules inquiries;
    private final NewMessages made;
    private final List<Message> asking = new ArrayList<>();
    private Map<ExternalId, OutboxEntry> sentBefore = Map.of();
    private @Nullable List<OutboxEntry> unsettled;

    Batch(WriteRows rows, House house, Hooks hooks, Account account, ChannelConnector connector) {
        this.rows = rows;
        this.house = house;
        this.hooks = hooks;
        this.account = account;
        this.connector = connector;
        this.set = new WorkingSet(rows, house, account);
        this.inquiries = new InquiryRules(set, house);
        this.made = new NewMessages(house, account);
    }

    void apply(List<Understood> batch) {
        load(batch);
        Map<LedgerId, LedgerOutcome> outcomes = new LinkedHashMap<>();
        for (Understood event : batch) {
            LedgerOutcome outcome = LedgerOutcome.NOT_AN_INQUIRY;
            for (Normalised meaning : event.meanings()) {
                outcome = weightier(outcome, take(event.entry(), meaning));
            }
            outcomes.put(event.entry().id(), outcome);
        }
        runHooks();
        set.flush();
        rows.settle(account.brand(), outcomes);
    }

    private void load(List<Understood> batch) {
        Set<ExternalId> ids = new HashSet<>();
        Set<ExternalId> authors = new HashSet<>();
        Set<ExternalId> sent = new HashSet<>();
        for (Understood event : batch) {
            for (Normalised meaning : event.meanings()) {
                switch (meaning) {
                    case Normalised.Item item -> {
                        ids.add(item.id());
                        addThread(ids, item.thread());
                        authors.add(item.author().id());
                        if (item.direction() == Direction.OUTBOUND) {
                            sent.add(item.id());
                        }
                    }
                    case Normalised.Deleted deleted -> ids.add(deleted.id());
                    case Normalised.AnsweredElsewhere answered -> ids.add(answered.id());
                    case Normalised.NotDelivered report -> {
                        ids.add(report.id());
                        addThread(ids, report.thread());
                        ExternalId about = report.about();
                        if (about != null) {
                            ids.add(about);
                            sent.add(about);
                        }
                    }
                    case Normalised.NotAnInquiry nothing -> {}
                    case Normalised.Unreadable unreadable ->
                        ids.add(event.entry().event().id());
                }
            }
        }
        set.load(ids, authors);
        sentBefore = sent.isEmpty() ? Map.of() : set.outboxBySentId(sent);
    }

    private static void addThread(Set<ExternalId> ids, ThreadRef thread) {
        ids.addAll(thread.parents());
        ExternalId root = thread.root();
        if (root != null) {
            ids.add(root);
        }
    }

    private LedgerOutcome take(LedgerEntry entry, Normalised meaning) {
        return switch (meaning) {
            case Normalised.Item item -> item(entry, item);
            case Normalised.Deleted deleted -> deleted(entry, deleted);
            case Normalised.AnsweredElsewhere answered -> answeredElsewhere(entry, answered);
            case Normalised.NotDelivered report -> notDelivered(entry, report);
            case Normalised.NotAnInquiry nothing -> LedgerOutcome.NOT_AN_INQUIRY;
            case Normalised.Unreadable unreadable -> unreadable(entry, unreadable);
        };
    }

    // -- items

    private LedgerOutcome item(LedgerEntry entry, Normalised.Item item) {
        Message known = set.message(item.id());
        if (known != null) {
            return again(entry, item, known);
        }
        if (item.direction() == Direction.OUTBOUND) {
            OutboxEntry own = ownSend(item.id());
            if (own != null) {
                return ownEcho(entry, item, own);
            }
        }
        return fresh(entry, item);
    }

    private LedgerOutcome fresh(LedgerEntry entry, Normalised.Item item) {
        boolean context = entry.event().origin() == Origin.CONTEXT;
        Conversation conversation =
                conversationOf(item.thread(), item.id(), item.visibility(), item.publishedAt(), entry);
        Instant before = conversation.messageCount() == 0 ? null : conversation.lastActivity();
        Profile author = item.direction() == Direction.INBOUND ? set.profile(item.author()) : null;
        Message message = made.message(entry, item, conversation.id(), author, context);
        set.put(message);
        set.addVersion(NewMessages.version(message, 1));
        if (author != null) {
            set.participates(conversation.id(), author.id());
        }
        ConversationEdit edit = new ConversationEdit(conversation).add(message, context);
        if (conversation.messageCount() == 0 && message.history()) {
            edit.state(ConversationState.HISTORY);
        } else if (conversation.state() == ConversationState.HISTORY && !message.history() && !context) {
            edit.state(ConversationState.RESOLVED);
        }
        if (conversation.customer() == null && author != null && !context) {
            edit.customer(author.id(), author.displayName());
        }
        set.put(edit.build());
        if (MessageEdit.asks(message)) {
            asking.add(message);
            inquiries.asked(message, before);
        } else if (MessageEdit.answers(message) && !context) {
            inquiries.answered(message);
        }
        return context ? LedgerOutcome.NOT_AN_INQUIRY : LedgerOutcome.STORED;
    }

    /** A message we have: a new version, something first seen as context, or a repeat. */
    private LedgerOutcome again(LedgerEntry entry, Normalised.Item item, Message known) {
        String version = NewMessages.versionOf(item);
        boolean context = entry.event().origin() == Origin.CONTEXT;
        if (known.outbox() != null) {
            set.put(new MessageEdit(known)
                    .seenOnPlatform(item.permalink(), item.replyTarget(), entry.id())
                    .build());
            return LedgerOutcome.OWN_ECHO;
        }
        LedgerOutcome outcome = LedgerOutcome.DUPLICATE;
        Message current = known;
        if (!set.hadVersion(known, version)) {
            current = newVersion(entry, item, known, version);
            outcome = context ? LedgerOutcome.NOT_AN_INQUIRY : LedgerOutcome.STORED;
        }
        if (current.kind() == MessageKind.CONTEXT && !context) {
            Message promoted =
                    new MessageEdit(current).kind(MessageKind.MESSAGE).build();
            set.put(promoted);
            Conversation conversation = set.conversation(promoted.conversation());
            Instant before = conversation.lastActivity();
            set.put(new ConversationEdit(conversation)
                    .previewOf(promoted.publishedAt().isBefore(before) ? conversation.preview() : promoted.text())
                    .build());
            if (MessageEdit.asks(promoted)) {
                asking.add(promoted);
                inquiries.asked(promoted, before);
            } else if (MessageEdit.answers(promoted)) {
                inquiries.answered(promoted);
            }
            outcome = LedgerOutcome.STORED;
        }
        return outcome;
    }

    private Message newVersion(LedgerEntry entry, Normalised.Item item, Message known, String version) {
        Message changed = new MessageEdit(known)
                .content(item.subject(), item.text(), item.html())
                .version(version, known.versions() + 1)
                .attachments(made.attachments(item.attachments()))
                .seenOnPlatform(item.permalink(), item.replyTarget(), entry.id())
                .build();
        set.put(changed);
        set.addVersion(NewMessages.version(changed, changed.versions()));
        Conversation conversation = set.conversation(known.conversation());
        if (!known.publishedAt().isBefore(conversation.lastActivity())) {
            set.put(new ConversationEdit(conversation).previewOf(changed.text()).build());
        }
        return changed;
    }

    /** The outbox entry that a message of ours on the platform was sent by; null for one written elsewhere. */
    private @Nullable OutboxEntry ownSend(ExternalId id) {
        OutboxEntry entry = sentBefore.get(id);
        if (entry != null) {
            return entry;
        }
        List<OutboxEntry> open = unsettled;
        if (open == null) {
            open = rows.outboxIn(account.brand(), account.id(), UNSETTLED);
            unsettled = open;
        }
        return open.stream()
                .filter(e -> connector.sentUnder(e.key(), id))
                .findFirst()
                .orElse(null);
    }

    /** The echo of a reply whose send had no outcome yet: it is sent. */
    private LedgerOutcome ownEcho(LedgerEntry entry, Normalised.Item item, OutboxEntry own) {
        set.flush();
        new Settling(rows, house).sent(own.brand(), own.id(), item.id(), item.publishedAt());
        unsettled = null;
        Message sent = rows.message(own.brand(), own.message()).orElseThrow();
        set.refresh(sent);
        set.put(new MessageEdit(sent)
                .seenOnPlatform(item.permalink(), item.replyTarget(), entry.id())
                .build());
        return LedgerOutcome.OWN_ECHO;
    }

    // -- deletions, flags, reports

    private LedgerOutcome deleted(LedgerEntry entry, Normalised.Deleted deleted) {
        Message known = set.message(deleted.id());
        if (known == null || known.state() != MessageState.PRESENT) {
            return known == null ? LedgerOutcome.NOT_AN_INQUIRY : LedgerOutcome.DUPLICATE;
        }
        Message gone = new MessageEdit(known).state(MessageState.DELETED).build();
        set.put(gone);
        Instant at = deleted.at();
        inquiries.deleted(gone, at != null ? at : entry.seenAt());
        set.put(set.conversation(gone.conversation()));
        return LedgerOutcome.STORED;
    }

    private LedgerOutcome answeredElsewhere(LedgerEntry entry, Normalised.AnsweredElsewhere answered) {
        Message known = set.message(answered.id());
        if (known == null) {
            return LedgerOutcome.NOT_AN_INQUIRY;
        }
        Instant at = answered.at();
        return inquiries.answeredByFlag(known, at != null ? at : entry.seenAt())
                ? LedgerOutcome.STORED
                : LedgerOutcome.DUPLICATE;
    }

    private LedgerOutcome notDelivered(LedgerEntry entry, Normalised.NotDelivered report) {
        if (set.message(report.id()) != null) {
            return LedgerOutcome.DUPLICATE;
        }
        ExternalId about = report.about();
        OutboxEntry own = about == null ? null : sentBefore.get(about);
        Conversation conversation = own != null
                ? set.conversation(own.conversation())
                : conversationOf(report.thread(), report.id(), Visibility.PRIVATE, report.publishedAt(), entry);
        Message bounce = made.notice(
                entry, conversation.id(), report.id(), MessageKind.BOUNCE, report.reason(), report.publishedAt());
        set.put(bounce);
        set.put(new ConversationEdit(set.conversation(conversation.id()))
                .add(bounce, false)
                .sendTrouble(conversation.sendTrouble() || report.permanent())
                .build());
        if (own != null && report.permanent()) {
            rows.saveOutbox(Settling.failed(own, Fault.of(FaultKind.PERMANENT, report.reason()), house.now()));
            rows.message(own.brand(), own.message()).ifPresent(inquiries::notDelivered);
        }
        return LedgerOutcome.STORED;
    }

    private LedgerOutcome unreadable(LedgerEntry entry, Normalised.Unreadable unreadable) {
        ExternalId id = entry.event().id();
        if (set.message(id) != null) {
            id = new ExternalId("unreadable:" + entry.id().value());
        }
        Conversation conversation = conversationOf(ThreadRef.NONE, id, Visibility.PRIVATE, entry.seenAt(), entry);
        Message message =
                made.notice(entry, conversation.id(), id, MessageKind.UNREADABLE, unreadable.reason(), entry.seenAt());
        set.put(message);
        set.put(new ConversationEdit(conversation)
                .add(message, false)
                .unreadable(true)
                .build());
        if (entry.event().origin() != Origin.CONTEXT && entry.event().origin() != Origin.RECEIPT) {
            inquiries.asked(message, null);
        }
        return LedgerOutcome.UNREADABLE;
    }

    // -- making rows

    private Conversation conversationOf(
            ThreadRef thread, ExternalId id, Visibility visibility, Instant published, LedgerEntry entry) {
        List<ExternalId> candidates = new ArrayList<>();
        ExternalId root = thread.root();
        if (root != null) {
            candidates.add(root);
        }
        candidates.addAll(thread.parents());
        for (ExternalId candidate : candidates) {
            Message message = set.message(candidate);
            if (message != null) {
                return set.conversation(message.conversation());
            }
        }
        candidates.add(id);
        for (ExternalId candidate : candidates) {
            var byRoot = set.byRoot(candidate);
            if (byRoot.isPresent()) {
                return byRoot.get();
            }
        }
        ExternalId beginning = root != null
                ? root
                : thread.parents().isEmpty() ? id : thread.parents().getLast();
        Conversation begun = ConversationEdit.begin(
                new ConversationId(house.nextId()), account, beginning, visibility, published, entry.seenAt());
        set.begin(begun);
        return begun;
    }

    // -- hooks and outcomes

    private void runHooks() {
        if (!asking.isEmpty()) {
            var judged = hooks.judge(account.brand(), asking);
            for (int i = 0; i < asking.size(); i++) {
                Conversation c = set.conversation(asking.get(i).conversation());
                set.put(new ConversationEdit(c)
                        .triage(Hooks.merge(judged.get(i), c.triage()))
                        .build());
            }
        }
        List<Inquiry> begun =
                set.changedInquiries().stream().filter(i -> i.end() == null).toList();
        var deadlines = house.clocks().deadlines(rows, account.brand(), begun);
        for (int i = 0; i < begun.size(); i++) {
            set.put(set.conversation(begun.get(i).conversation()).withClock(deadlines.get(i)));
        }
    }

    private static LedgerOutcome weightier(LedgerOutcome a, LedgerOutcome b) {
        return weight(a) >= weight(b) ? a : b;
    }

    private static int weight(LedgerOutcome outcome) {
        return switch (outcome) {
            case WAITING, NOT_AN_INQUIRY -> 0;
            case DUPLICATE -> 1;
            case OWN_ECHO -> 2;
            case STORED -> 3;
            case UNREADABLE -> 4;
        };
    }
}
