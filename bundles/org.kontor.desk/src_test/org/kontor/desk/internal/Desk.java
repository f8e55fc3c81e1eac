package org.kontor.desk.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.kontor.api.access.Scope;
import org.kontor.api.account.Account;
import org.kontor.api.account.Brand;
import org.kontor.api.account.Colour;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.RawEvent;
import org.kontor.api.channel.ReplyMode;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.Inquiry;
import org.kontor.api.conversation.Message;
import org.kontor.api.desk.Dispatch;
import org.kontor.api.desk.Replies;
import org.kontor.api.desk.Setup;
import org.kontor.api.id.AccountId;
import org.kontor.api.outbox.OutboxEntry;
import org.kontor.api.runner.Pace;
import org.kontor.api.secret.SecretStore;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.IdIndex;
import org.kontor.api.store.InboxQuery;
import org.kontor.api.store.Queue;
import org.kontor.api.store.Store;
import org.kontor.desk.internal.house.ConnectorRegistry;
import org.kontor.desk.internal.house.Contributions;
import org.kontor.desk.internal.house.House;
import org.kontor.desk.internal.house.StoredGrants;
import org.kontor.desk.internal.inbox.InboxService;
import org.kontor.desk.internal.intake.Hooks;
import org.kontor.desk.internal.intake.IntakeService;
import org.kontor.desk.internal.reply.Checks;
import org.kontor.desk.internal.reply.DispatchService;
import org.kontor.desk.internal.reply.ReplyService;
import org.kontor.desk.internal.setup.SetupService;
import org.kontor.store.sqlite.SqliteStore;

/** A desk on a real embedded store, with a clock that the test moves and one account on a scripted channel. */
public final class Desk implements AutoCloseable {
    public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final SqliteStore store;
    private Instant now = NOON;

    public final StoredGrants grants;
    public final ScriptedChannel channel = new ScriptedChannel();
    public final House house;
    public final PlainGuard guard = new PlainGuard();
    public final Hooks hooks;
    public final Checks checks;
    public final IntakeService intake;
    public final DispatchService dispatch;
    public final ReplyService replies;
    public final InboxService inbox;
    public final SetupService setup;
    public final MapSecrets secrets = new MapSecrets();
    public final Brand brand;
    public final Account account;

    public Desk(Path folder) {
        store = SqliteStore.open(folder);
        house = new House(() -> now, 0, Pace.USUAL, new Contributions(guard, guard));
        hooks = new Hooks(house);
        checks = new Checks(store, house);
        grants = grantsOf("org.kontor.desk");
        ConnectorRegistry connectors = new ConnectorRegistry(secrets);
        connectors.add(channel);
        intake = new IntakeService(store, grants, connectors, hooks, house, QuietLog.LOGGER);
        dispatch = new DispatchService(store, grants, house);
        replies = new ReplyService(store, connectors, house, checks);
        inbox = new InboxService(store, house);
        setup = new SetupService(store, connectors, secrets, house);
        brand = setup.createBrand(scope(), null, "Nordwind", Colour.of("#c2410c"), ZoneId.of("Europe/Berlin"), "");
        account = setup.createAccount(scope(), form("right"));
    }

    public Setup.NewAccount form(String password) {
        return new Setup.NewAccount(
                brand.id(),
                ScriptedChannel.TYPE,
                "@nordwind.example",
                Map.of("host", "localhost", "password", password),
                NOON.minus(Duration.ofDays(14)));
    }

    /** The scopes that a bundle gets. */
    public StoredGrants grantsOf(String bundle) {
        return StoredGrants.of(store, guard, bundle);
    }

    public Scope scope() {
        return grants.current();
    }

    public Store store() {
        return store;
    }

    public List<Account> accounts() {
        return store.read(scope(), rows -> rows.accounts());
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    /** Records and works through. */
    public void receive(RawEvent... events) {
        intake.record(account, List.of(events), null);
        intake.process(account, new NullProgressMonitor());
    }

    public List<Conversation> queue(Queue queue) {
        return store.read(scope(), rows -> {
            IdIndex index = rows.index(InboxQuery.of(queue), 1000);
            return rows.conversations(index.range(0, index.size()));
        });
    }

    /** The conversation that holds a message. */
    public Conversation conversation(String id) {
        return store.read(
                scope(),
                rows -> rows.conversation(
                                new ConversationRef(brand.id(), message(id).conversation()))
                        .orElseThrow());
    }

    public Message message(String id) {
        return found(id).orElseThrow();
    }

    public Optional<Message> found(String id) {
        ExternalId external = new ExternalId(id);
        return store.read(
                scope(),
                rows -> Optional.ofNullable(rows.messagesByExternalId(brand.id(), account.id(), List.of(external))
                        .get(external)));
    }

    public List<Inquiry> inquiries(String messageId) {
        ConversationRef ref = ConversationRef.of(conversation(messageId));
        return store.read(scope(), rows -> rows.inquiries(ref));
    }

    public Replies.Outcome reply(String messageId, String text) {
        return replies.reply(
                scope(),
                new Replies.ReplyRequest(
                        ConversationRef.of(conversation(messageId)),
                        brand.id(),
                        null,
                        ReplyMode.PUBLIC,
                        text,
                        List.of(),
                        List.of(),
                        List.of()));
    }

    public OutboxEntry queued(String messageId, String text) {
        if (reply(messageId, text) instanceof Replies.Outcome.Queued queued) {
            return queued.entry();
        }
        throw new AssertionError("the reply was refused");
    }

    /** The entry as it stands now. */
    public OutboxEntry outbox(OutboxEntry entry) {
        return store.read(
                scope(), rows -> rows.outboxEntry(brand.id(), entry.id()).orElseThrow());
    }

    /** Waits until the hold is over and takes the send task. */
    public Dispatch.Task.Send takeSend() {
        pass(Duration.ofSeconds(6));
        return (Dispatch.Task.Send) dispatch.next(account).orElseThrow();
    }

    @Override
    public void close() {
        store.close();
    }

    /** Secrets in memory. */
    public static final class MapSecrets implements SecretStore {
        private final Map<String, String> kept = new HashMap<>();

        @Override
        public Optional<String> get(AccountId account, String name) {
            return Optional.ofNullable(kept.get(account + "/" + name));
        }

        @Override
        public void put(AccountId account, String name, String value) {
            kept.put(account + "/" + name, value);
        }

        @Override
        public void remove(AccountId account, String name) {
            kept.remove(account + "/" + name);
        }

        @Override
        public void removeAll(AccountId account) {
            kept.keySet().removeIf(key -> key.startsWith(account + "/"));
        }

        @Override
        public KeyHome keyHome() {
            return KeyHome.KEY_FILE;
        }
    }
}
