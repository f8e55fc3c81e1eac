package org.kontor.ui.inbox.internal.fake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Right;
import org.kontor.api.access.Scope;
import org.kontor.api.access.User;
import org.kontor.api.account.Account;
import org.kontor.api.account.AccountStatus;
import org.kontor.api.account.Brand;
import org.kontor.api.account.ChannelType;
import org.kontor.api.account.Client;
import org.kontor.api.channel.Cursor;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.ConversationState;
import org.kontor.api.conversation.Draft;
import org.kontor.api.conversation.Inquiry;
import org.kontor.api.conversation.Message;
import org.kontor.api.conversation.MessageVersion;
import org.kontor.api.conversation.Note;
import org.kontor.api.conversation.Profile;
import org.kontor.api.id.AccountId;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.ContactId;
import org.kontor.api.id.InquiryId;
import org.kontor.api.id.LedgerId;
import org.kontor.api.id.MessageId;
import org.kontor.api.id.OutboxId;
import org.kontor.api.id.ProfileId;
import org.kontor.api.id.UserId;
import org.kontor.api.ledger.EventBalance;
import org.kontor.api.ledger.InquiryBalance;
import org.kontor.api.ledger.LedgerEntry;
import org.kontor.api.outbox.OutboxEntry;
import org.kontor.api.outbox.OutboxState;
import org.kontor.api.store.Change;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.IdIndex;
import org.kontor.api.store.InboxQuery;
import org.kontor.api.store.InquiryCount;
import org.kontor.api.store.InquirySelection;
import org.kontor.api.store.Queue;
import org.kontor.api.store.ResponseTimes;

/** The rows of a {@link FakeHouse}, read by walking through all of them. */
final class FakeRows extends UnusedRows {
    private final FakeHouse house;
    private final Scope scope;

    FakeRows(FakeHouse house, Scope scope) {
        this.house = house;
        this.scope = scope;
    }

    @Override
    public Scope scope() {
        return scope;
    }

    @Override
    public List<User> users() {
        return List.copyOf(house.users.values());
    }

    @Override
    public Map<BrandId, Set<Right>> grantsOf(UserId user) {
        throw unused();
    }

    @Override
    public List<Client> clients() {
        return List.copyOf(house.clients);
    }

    @Override
    public List<Brand> brands() {
        return List.copyOf(house.brands.values());
    }

    @Override
    public Optional<Brand> brand(BrandId brand) {
        return Optional.ofNullable(house.brands.get(brand));
    }

    @Override
    public List<Account> accounts() {
        return List.copyOf(house.accounts.values());
    }

    @Override
    public Optional<Account> account(BrandId brand, AccountId account) {
        return Optional.ofNullable(house.accounts.get(account));
    }

    @Override
    public List<AccountStatus> accountStatuses() {
        return house.accounts.keySet().stream().map(AccountStatus::unread).toList();
    }

    @Override
    public Cursor cursor(BrandId brand, AccountId account) {
        throw unused();
    }

    @Override
    public List<Inquiry> openInquiries(BrandId brand, @Nullable InquiryId after, int max) {
        throw unused();
    }

    @Override
    public IdIndex index(InboxQuery query, int limit) {
        List<Conversation> found = new ArrayList<>();
        for (Conversation conversation : house.conversations.values()) {
            if (matches(query, conversation)) {
                found.add(conversation);
            }
        }
        found.sort(order(query.order()));
        List<BrandId> brands = List.copyOf(house.brands.keySet());
        Map<BrandId, Integer> positions = new HashMap<>();
        brands.forEach(brand -> positions.put(brand, positions.size()));
        int size = Math.min(limit, found.size());
        int[] brandOf = new int[size];
        long[] ids = new long[size];
        for (int row = 0; row < size; row++) {
            brandOf[row] = positions.get(found.get(row).brand());
            ids[row] = found.get(row).id().value();
        }
        return new IdIndex(brands, brandOf, ids, size == found.size());
    }

    private static Comparator<Conversation> order(InboxQuery.Order order) {
        Comparator<Conversation> byTime =
                switch (order) {
                    case URGENT_FIRST ->
                        Comparator.<Conversation, Instant>comparing(c -> c.due() == null ? Instant.MAX : c.due())
                                .thenComparing(c -> c.waitingSince() == null ? Instant.MAX : c.waitingSince());
                    case NEWEST_FIRST ->
                        Comparator.comparing(Conversation::lastActivity).reversed();
                    case OLDEST_FIRST -> Comparator.comparing(Conversation::lastActivity);
                };
        return byTime.thenComparing(c -> c.id().value());
    }

    private boolean matches(InboxQuery query, Conversation c) {
        InboxQuery.Span finished = query.finished();
        return in(query.queue(), c)
                && (query.brands().isEmpty() || query.brands().contains(c.brand()))
                && (query.channels().isEmpty() || query.channels().contains(c.channel()))
                && (query.text().isEmpty() || contains(c, query.text()))
                && (finished == null || c.state().open() || finished.holds(c.lastActivity()));
    }

    private static boolean contains(Conversation c, String words) {
        String all = (c.customerName() + " " + c.subject() + " " + c.preview()).toLowerCase(Locale.ROOT);
        return List.of(words.toLowerCase(Locale.ROOT).split("\\s+")).stream().allMatch(all::contains);
    }

    private boolean in(Queue queue, Conversation c) {
        boolean open = c.state() == ConversationState.OPEN;
        return switch (queue) {
            case UNANSWERED -> open;
            case MINE -> open && Objects.equals(scope.user(), c.assignee());
            case UNASSIGNED -> open && c.assignee() == null;
            case SNOOZED -> c.state() == ConversationState.SNOOZED;
            case ESCALATED -> c.escalated() && c.state().open();
            case SEND_TROUBLE -> c.sendTrouble();
            case UNREADABLE -> c.unreadable();
            case ANSWERED -> c.state() == ConversationState.ANSWERED;
            case RESOLVED -> c.state() == ConversationState.RESOLVED;
            case IGNORED -> c.state() == ConversationState.IGNORED;
            case HISTORY -> c.state() == ConversationState.HISTORY;
            case ALL -> true;
        };
    }

    @Override
    public List<Conversation> conversations(Collection<ConversationRef> refs) {
        return refs.stream()
                .map(house.conversations::get)
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    @Override
    public Map<ConversationRef, Instant> readMarks(Collection<ConversationRef> refs) {
        Map<ConversationRef, Instant> marks = new java.util.HashMap<>(house.marks);
        marks.keySet().retainAll(refs);
        return marks;
    }

    @Override
    public Optional<Conversation> conversation(ConversationRef ref) {
        return Optional.ofNullable(house.conversations.get(ref));
    }

    @Override
    public Map<BrandId, Map<Queue, Integer>> queueCounts() {
        Map<BrandId, Map<Queue, Integer>> counts = new HashMap<>();
        for (Conversation conversation : house.conversations.values()) {
            Map<Queue, Integer> ofBrand =
                    counts.computeIfAbsent(conversation.brand(), brand -> new EnumMap<>(Queue.class));
            for (Queue queue : Queue.values()) {
                if (queue != Queue.ALL && in(queue, conversation)) {
                    ofBrand.merge(queue, 1, Integer::sum);
                }
            }
        }
        return counts;
    }

    @Override
    public List<Message> messages(ConversationRef ref) {
        return List.copyOf(house.messages.getOrDefault(ref, List.of()));
    }

    @Override
    public Optional<Message> message(BrandId brand, MessageId message) {
        throw unused();
    }

    @Override
    public List<MessageVersion> versions(BrandId brand, MessageId message) {
        return house.versions.getOrDefault(message, List.of());
    }

    @Override
    public List<Inquiry> inquiries(ConversationRef ref) {
        return List.copyOf(house.inquiries.getOrDefault(ref, List.of()));
    }

    @Override
    public List<Note> notes(ConversationRef ref) {
        return List.copyOf(house.notes.getOrDefault(ref, List.of()));
    }

    @Override
    public Optional<Draft> draft(ConversationRef ref) {
        return Optional.ofNullable(house.drafts.get(ref));
    }

    @Override
    public Optional<Profile> profile(BrandId brand, ProfileId profile) {
        return Optional.ofNullable(house.profiles.get(profile));
    }

    @Override
    public List<Profile> profiles(BrandId brand, ContactId contact) {
        return house.profiles.values().stream()
                .filter(profile -> profile.brand().equals(brand) && profile.contact().equals(contact))
                .toList();
    }

    @Override
    public List<Conversation> conversationsOf(BrandId brand, ContactId contact, int limit) {
        List<ProfileId> known = profiles(brand, contact).stream().map(Profile::id).toList();
        return house.conversations.values().stream()
                .filter(c -> c.brand().equals(brand) && known.contains(c.customer()))
                .sorted(Comparator.comparing(Conversation::lastActivity).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<LedgerEntry> ledgerEntry(BrandId brand, LedgerId entry) {
        return Optional.ofNullable(house.ledger.get(entry));
    }

    @Override
    public List<LedgerEntry> waiting(BrandId brand, AccountId account, int max) {
        throw unused();
    }

    @Override
    public Map<ExternalId, Message> messagesByExternalId(
            BrandId brand, AccountId account, Collection<ExternalId> ids) {
        throw unused();
    }

    @Override
    public Map<ExternalId, Conversation> conversationsByRoot(
            BrandId brand, AccountId account, Collection<ExternalId> roots) {
        throw unused();
    }

    @Override
    public Map<ExternalId, Profile> profilesByExternalId(
            BrandId brand, ChannelType channel, Collection<ExternalId> ids) {
        throw unused();
    }

    @Override
    public List<ExternalId> openInboundMessages(BrandId brand, AccountId account, int max) {
        throw unused();
    }

    @Override
    public Optional<OutboxEntry> outboxEntry(BrandId brand, OutboxId entry) {
        return Optional.ofNullable(house.outbox.get(entry));
    }

    @Override
    public List<OutboxEntry> outbox(ConversationRef ref) {
        return house.outbox.values().stream()
                .filter(entry ->
                        entry.brand().equals(ref.brand()) && entry.conversation().equals(ref.id()))
                .toList();
    }

    @Override
    public List<OutboxEntry> outboxDue(BrandId brand, AccountId account, Instant now, int max) {
        throw unused();
    }

    @Override
    public Optional<Instant> outboxNext(BrandId brand, AccountId account) {
        throw unused();
    }

    @Override
    public List<OutboxEntry> outboxIn(BrandId brand, AccountId account, Set<OutboxState> states) {
        throw unused();
    }

    @Override
    public Map<ExternalId, OutboxEntry> outboxBySentId(BrandId brand, AccountId account, Collection<ExternalId> ids) {
        throw unused();
    }

    @Override
    public int outboxPending() {
        return (int) house.outbox.values().stream()
                .filter(entry -> entry.state() == OutboxState.QUEUED || entry.state() == OutboxState.SENDING)
                .count();
    }

    @Override
    public EventBalance eventBalance(Instant from, Instant to) {
        throw unused();
    }

    @Override
    public InquiryBalance inquiryBalance(Instant from, Instant to) {
        throw unused();
    }

    @Override
    public EventBalance eventBalanceOf(Set<BrandId> brands, Set<AccountId> accounts, LocalDate first, LocalDate last) {
        throw unused();
    }

    @Override
    public List<InquiryCount> inquiryCounts(InquirySelection selection) {
        throw unused();
    }

    @Override
    public List<ResponseTimes> responseTimes(Collection<InquirySelection> selections, ResponseTimes.By by) {
        throw unused();
    }

    @Override
    public List<Inquiry> inquiriesOf(InquirySelection selection, int limit) {
        throw unused();
    }

    @Override
    public long changeHead() {
        return house.seq;
    }

    @Override
    public List<Change> changes(long seq, int max) {
        return house.changes.stream()
                .filter(change -> change.seq() > seq)
                .sorted(Comparator.comparingLong(Change::seq))
                .limit(max)
                .toList();
    }

    @Override
    public Optional<byte[]> blob(BrandId brand, String blob) {
        return Optional.ofNullable(house.blobs.get(blob));
    }
}
