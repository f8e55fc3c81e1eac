package org.kontor.ui.inbox.internal.fake;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Scope;
import org.kontor.api.access.User;
import org.kontor.api.account.Account;
import org.kontor.api.account.Brand;
import org.kontor.api.account.Client;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.Draft;
import org.kontor.api.conversation.Inquiry;
import org.kontor.api.conversation.Message;
import org.kontor.api.conversation.MessageVersion;
import org.kontor.api.conversation.Note;
import org.kontor.api.conversation.Profile;
import org.kontor.api.id.AccountId;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.IdSource;
import org.kontor.api.id.LedgerId;
import org.kontor.api.id.MessageId;
import org.kontor.api.id.OutboxId;
import org.kontor.api.id.ProfileId;
import org.kontor.api.id.UserId;
import org.kontor.api.ledger.LedgerEntry;
import org.kontor.api.outbox.OutboxEntry;
import org.kontor.api.store.Change;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.ReadRows;
import org.kontor.api.store.Store;
import org.kontor.api.store.StoreException;
import org.kontor.api.store.UiThread;
import org.kontor.api.store.WriteRows;
import org.kontor.ui.inbox.internal.model.Plugins;
import org.kontor.ui.inbox.internal.model.Services;

/** All that the inbox needs of the house, in memory. Like the real one it may be called by any thread but the UI's. */
public final class FakeHouse implements Store {
    /** The colleague who is not the user. */
    public static final UserId COLLEAGUE = new UserId(77);

    final InstantSource clock;
    public final IdSource ids;
    public final Map<UserId, User> users = new LinkedHashMap<>();
    public final Map<BrandId, Brand> brands = new LinkedHashMap<>();
    public final List<Client> clients = new ArrayList<>();
    public final Map<AccountId, Account> accounts = new LinkedHashMap<>();
    public final Map<ConversationRef, Conversation> conversations = new LinkedHashMap<>();
    public final Map<ConversationRef, List<Message>> messages = new HashMap<>();
    public final Map<MessageId, List<MessageVersion>> versions = new HashMap<>();
    public final Map<ConversationRef, List<Inquiry>> inquiries = new HashMap<>();
    public final Map<ConversationRef, List<Note>> notes = new HashMap<>();
    public final Map<ConversationRef, Draft> drafts = new HashMap<>();
    public final Map<ProfileId, Profile> profiles = new HashMap<>();
    public final Map<OutboxId, OutboxEntry> outbox = new LinkedHashMap<>();
    public final Map<LedgerId, LedgerEntry> ledger = new HashMap<>();
    public final Map<ConversationRef, Instant> marks = new HashMap<>();
    public final Map<String, byte[]> blobs = new HashMap<>();
    final List<Change> changes = new ArrayList<>();
    private final List<Consumer<Long>> hints = new CopyOnWriteArrayList<>();
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger forbidden = new AtomicInteger();
    private final FakeGrants grants = new FakeGrants(this);
    public final FakeGuard guard = new FakeGuard();
    private final FakeDesk desk = new FakeDesk(this);
    private volatile @Nullable StoreException fault;
    long seq;

    public FakeHouse(InstantSource clock) {
        this.clock = clock;
        ids = new IdSource(clock, 1);
        users.put(User.LOCAL, new User(User.LOCAL, "Anna Kruse", "AK"));
        users.put(COLLEAGUE, new User(COLLEAGUE, "Jonas Brandt", "JB"));
    }

    public Services services() {
        return new Services(this, grants, desk, desk, desk, desk, desk, desk, new Plugins(guard, guard, brand -> brand));
    }

    public FakeDesk desk() {
        return desk;
    }

    public FakeGrants grants() {
        return grants;
    }

    /** Every call fails with this from now on; null mends it. */
    public void breakDown(@Nullable StoreException with) {
        fault = with;
    }

    /** How many reads there were. */
    public int reads() {
        return reads.get();
    }

    /** How often the UI thread tried to come in. */
    public int forbidden() {
        return forbidden.get();
    }

    @Override
    public <T extends @Nullable Object> T read(Scope scope, Function<ReadRows, T> work) {
        check();
        reads.incrementAndGet();
        synchronized (this) {
            return work.apply(new FakeRows(this, scope));
        }
    }

    @Override
    public <T extends @Nullable Object> T write(Scope scope, Function<WriteRows, T> work) {
        throw new UnsupportedOperationException("the inbox writes through the desk");
    }

    void check() {
        if (UiThread.here()) {
            forbidden.incrementAndGet();
        }
        UiThread.forbid("store");
        StoreException now = fault;
        if (now != null) {
            throw now;
        }
    }

    @Override
    public Registration onCommit(Consumer<Long> hint) {
        hints.add(hint);
        return () -> hints.remove(hint);
    }

    /** Saves a conversation and says so in the feed. */
    public synchronized void save(Conversation conversation) {
        conversations.put(ConversationRef.of(conversation), conversation);
        change(conversation.brand(), Change.Kind.CONVERSATION, conversation.id().value());
    }

    public synchronized void save(Message message) {
        List<Message> all = messages.computeIfAbsent(
                new ConversationRef(message.brand(), message.conversation()), ref -> new ArrayList<>());
        all.removeIf(one -> one.id().equals(message.id()));
        all.add(message);
        all.sort(java.util.Comparator.comparing(Message::publishedAt));
    }

    public synchronized void save(OutboxEntry entry) {
        outbox.put(entry.id(), entry);
        change(entry.brand(), Change.Kind.OUTBOX, entry.id().value());
    }

    synchronized void change(BrandId brand, Change.Kind kind, long id) {
        change(++seq, clock.instant(), brand, kind, id);
    }

    /** Writes a feed entry with a number of its own, as a late commit does. */
    public synchronized void change(long number, Instant at, BrandId brand, Change.Kind kind, long id) {
        seq = Math.max(seq, number);
        changes.add(new Change(number, at, brand, kind, id));
    }

    /** Calls those who wait for a commit. */
    public void hint() {
        hints.forEach(hint -> hint.accept(seq));
    }

    synchronized Collection<Conversation> all() {
        return new ArrayList<>(conversations.values());
    }
}
