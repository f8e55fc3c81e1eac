package org.kontor.desk.internal.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.Account;
import org.kontor.api.channel.Author;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.Inquiry;
import org.kontor.api.conversation.Message;
import org.kontor.api.conversation.MessageVersion;
import org.kontor.api.conversation.Profile;
import org.kontor.api.id.ContactId;
import org.kontor.api.id.ConversationId;
import org.kontor.api.id.InquiryId;
import org.kontor.api.id.MessageId;
import org.kontor.api.id.ProfileId;
import org.kontor.api.outbox.OutboxEntry;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.WriteRows;
import org.kontor.desk.internal.house.House;

/** The rows a batch works on: loaded in few calls, changed in memory, written once at the end. For one transaction. */
final class WorkingSet {
    private static final Comparator<Message> BY_TIME =
            Comparator.comparing(Message::publishedAt).thenComparing(m -> m.id().value());

    private final WriteRows rows;
    private final House house;
    private final Account account;

    private final Map<ExternalId, Message> messages = new HashMap<>();
    private final Map<ConversationId, Conversation> conversations = new HashMap<>();
    private final Map<ExternalId, ConversationId> byRoot = new HashMap<>();
    private final Map<ExternalId, Profile> profiles = new HashMap<>();
    private final Map<ConversationId, Map<InquiryId, Inquiry>> inquiries = new HashMap<>();

    private final Set<ExternalId> changedMessages = new LinkedHashSet<>();
    private final Set<ConversationId> changedConversations = new LinkedHashSet<>();
    private final Set<ExternalId> changedProfiles = new LinkedHashSet<>();
    private final Map<InquiryId, Inquiry> changedInquiries = new LinkedHashMap<>();
    private final Map<InquiryId, Inquiry> unsavedInquiries = new LinkedHashMap<>();
    private final Map<MessageId, List<MessageVersion>> newVersions = new LinkedHashMap<>();
    private final Map<ConversationId, Set<ProfileId>> participants = new LinkedHashMap<>();
    private final Set<ConversationId> begun = new HashSet<>();
    private final Set<ConversationId> loadedTimelines = new HashSet<>();
    private final Map<ConversationId, List<Message>> timelines = new HashMap<>();

    WorkingSet(WriteRows rows, House house, Account account) {
        this.rows = rows;
        this.house = house;
        this.account = account;
    }

    void load(Collection<ExternalId> ids, Collection<ExternalId> authors) {
        messages.putAll(rows.messagesByExternalId(account.brand(), account.id(), ids));
        rows.conversationsByRoot(account.brand(), account.id(), ids).forEach((root, c) -> {
            conversations.put(c.id(), c);
            byRoot.put(root, c.id());
        });
        List<ConversationRef> missing = messages.values().stream()
                .map(Message::conversation)
                .filter(id -> !conversations.containsKey(id))
                .distinct()
                .map(id -> new ConversationRef(account.brand(), id))
                .toList();
        rows.conversations(missing).forEach(c -> conversations.put(c.id(), c));
        profiles.putAll(rows.profilesByExternalId(account.brand(), account.channel(), authors));
    }

    // -- messages

    @Nullable
    Message message(ExternalId id) {
        return messages.get(id);
    }

    void put(Message message) {
        messages.put(message.externalId(), message);
        changedMessages.add(message.externalId());
        List<Message> timeline = timelines.get(message.conversation());
        if (timeline != null) {
            timeline.removeIf(m -> m.id().equals(message.id()));
            timeline.add(message);
            timeline.sort(BY_TIME);
        }
    }

    void addVersion(MessageVersion version) {
        newVersions.computeIfAbsent(version.message(), m -> new ArrayList<>()).add(version);
    }

    /** Whether a message ever had this version. */
    boolean hadVersion(Message message, String version) {
        return message.version().equals(version)
                || newVersions.getOrDefault(message.id(), List.of()).stream()
                        .anyMatch(v -> v.version().equals(version))
                || message.versions() > 1
                        && rows.versions(account.brand(), message.id()).stream()
                                .anyMatch(v -> v.version().equals(version));
    }

    /** All messages of a conversation by time, with this batch's changes. */
    List<Message> timeline(ConversationId id) {
        if (loadedTimelines.add(id)) {
            Map<MessageId, Message> all = new LinkedHashMap<>();
            if (!begun.contains(id)) {
                rows.messages(new ConversationRef(account.brand(), id)).forEach(m -> all.put(m.id(), m));
            }
            messages.values().stream().filter(m -> m.conversation().equals(id)).forEach(m -> all.put(m.id(), m));
            List<Message> sorted = new ArrayList<>(all.values());
            sorted.sort(BY_TIME);
            timelines.put(id, sorted);
        }
        return timelines.getOrDefault(id, List.of());
    }

    // -- conversations

    Conversation conversation(ConversationId id) {
        Conversation found = conversations.get(id);
        if (found == null) {
            found = rows.conversation(new ConversationRef(account.brand(), id)).orElseThrow();
            conversations.put(id, found);
        }
        return found;
    }

    Optional<Conversation> byRoot(ExternalId root) {
        return Optional.ofNullable(byRoot.get(root)).map(this::conversation);
    }

    void put(Conversation conversation) {
        conversations.put(conversation.id(), conversation);
        byRoot.put(conversation.root(), conversation.id());
        changedConversations.add(conversation.id());
    }

    /** A conversation that begins with this batch: the store has nothing of it yet. */
    void begin(Conversation conversation) {
        begun.add(conversation.id());
        put(conversation);
    }

    void participates(ConversationId conversation, ProfileId profile) {
        participants.computeIfAbsent(conversation, c -> new LinkedHashSet<>()).add(profile);
    }

    // -- inquiries

    Collection<Inquiry> inquiries(ConversationId id) {
        return inquiriesById(id).values();
    }

    Optional<Inquiry> openInquiry(Conversation conversation) {
        InquiryId open = conversation.inquiry();
        return open == null
                ? Optional.empty()
                : Optional.ofNullable(inquiriesById(conversation.id()).get(open));
    }

    void put(Inquiry inquiry) {
        inquiriesById(inquiry.conversation()).put(inquiry.id(), inquiry);
        changedInquiries.put(inquiry.id(), inquiry);
        unsavedInquiries.put(inquiry.id(), inquiry);
    }

    private Map<InquiryId, Inquiry> inquiriesById(ConversationId id) {
        return inquiries.computeIfAbsent(id, c -> {
            Map<InquiryId, Inquiry> loaded = new LinkedHashMap<>();
            if (begun.contains(c)) {
                return loaded;
            }
            rows.inquiries(new ConversationRef(account.brand(), c)).forEach(i -> loaded.put(i.id(), i));
            return loaded;
        });
    }

    // -- people

    /** The author's profile, made or brought up to date; null for one the platform does not name. */
    @Nullable
    Profile profile(Author author) {
        if (author.id().equals(Author.UNKNOWN.id())) {
            return null;
        }
        Profile known = profiles.get(author.id());
        if (known != null
                && known.handle().equals(author.handle())
                && known.displayName().equals(author.displayName())) {
            return known;
        }
        Profile profile = new Profile(
                known != null ? known.id() : new ProfileId(house.nextId()),
                account.brand(),
                known != null ? known.contact() : new ContactId(house.nextId()),
                account.channel(),
                author.id(),
                author.handle(),
                author.displayName(),
                author.avatar());
        profiles.put(author.id(), profile);
        changedProfiles.add(author.id());
        return profile;
    }

    // -- outbox

    Map<ExternalId, OutboxEntry> outboxBySentId(Collection<ExternalId> ids) {
        return rows.outboxBySentId(account.brand(), account.id(), ids);
    }

    WriteRows rows() {
        return rows;
    }

    /** Inquiries of this batch that are new or changed. */
    Collection<Inquiry> changedInquiries() {
        return changedInquiries.values();
    }

    /** Reads a conversation anew after others have changed it in this transaction; call {@link #flush} before. */
    void refresh(Message changed) {
        ConversationId id = changed.conversation();
        conversations.remove(id);
        inquiries.remove(id);
        timelines.remove(id);
        loadedTimelines.remove(id);
        messages.put(changed.externalId(), changed);
    }

    void flush() {
        rows.saveProfiles(
                changedProfiles.stream().map(id -> known(profiles.get(id))).toList());
        rows.saveConversations(
                changedConversations.stream().map(this::conversation).toList());
        rows.saveMessages(
                changedMessages.stream().map(id -> known(messages.get(id))).toList());
        rows.addVersions(
                account.brand(),
                newVersions.values().stream().flatMap(List::stream).toList());
        rows.saveInquiries(unsavedInquiries.values());
        participants.forEach((id, people) -> rows.saveParticipants(new ConversationRef(account.brand(), id), people));
        begun.clear();
        changedProfiles.clear();
        changedConversations.clear();
        changedMessages.clear();
        newVersions.clear();
        participants.clear();
        unsavedInquiries.clear();
    }

    private static <T> T known(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("a changed row is missing from its own set");
        }
        return value;
    }
}
