package org.kontor.runner.internal;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.kontor.api.access.Grants;
import org.kontor.api.access.Scope;
import org.kontor.api.account.Account;
import org.kontor.api.account.ChannelType;
import org.kontor.api.account.Colour;
import org.kontor.api.channel.ReplyMode;
import org.kontor.api.channel.Visibility;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.Message;
import org.kontor.api.desk.Connectors;
import org.kontor.api.desk.Replies;
import org.kontor.api.desk.Setup;
import org.kontor.api.ledger.EventBalance;
import org.kontor.api.outbox.OutboxEntry;
import org.kontor.api.runner.DataFolder;
import org.kontor.api.runner.Pace;
import org.kontor.api.runner.Runner;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.IdIndex;
import org.kontor.api.store.InboxQuery;
import org.kontor.api.store.Queue;
import org.kontor.api.store.Store;
import org.kontor.simulator.Brand;
import org.kontor.simulator.Channel;
import org.kontor.simulator.Simulator;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogLevel;
import org.osgi.service.log.LogListener;
import org.osgi.service.log.LogReaderService;
import org.osgi.util.tracker.ServiceTracker;

/**
 * The product's services as OSGi wires them, on a data folder of the test's, with a simulated world at the other end. Opening
 * registers the folder, closing takes it away, and with it store, desk and runner go.
 */
final class Line implements AutoCloseable {
    static final String BRAND = "nordwind";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Real waits in the same order as usual, but short. */
    private static final Pace QUICK = new Pace(
            Duration.ofMillis(200),
            Duration.ofMillis(500),
            Duration.ofMillis(200),
            Duration.ofMillis(400),
            Duration.ofMillis(200));

    private final BundleContext context;
    private final ServiceRegistration<Pace> pace;
    private final ServiceRegistration<DataFolder> folder;
    private final LogReaderService logs;
    private final LogListener listener = this::note;
    private final ConcurrentLinkedQueue<String> log = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> errors = new ConcurrentLinkedQueue<>();
    private final Path state;
    private Simulator simulator;

    Line(Path root) throws IOException, BundleException {
        this(root, QUICK);
    }

    Line(Path root, Pace speed) throws IOException, BundleException {
        // The simulator's mail server throws on its own threads when a client hangs up.
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
        context = FrameworkUtil.getBundle(Line.class).getBundleContext();
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getSymbolicName().startsWith("org.kontor.")
                    && bundle.getHeaders().get("Fragment-Host") == null) {
                bundle.start(Bundle.START_ACTIVATION_POLICY | Bundle.START_TRANSIENT);
            }
        }
        logs = context.getService(context.getServiceReference(LogReaderService.class));
        logs.addLogListener(listener);
        state = root.resolve("simulator");
        simulator = Simulator.builder(state).withoutScript().start();
        Path data = Files.createDirectories(root.resolve("data"));
        pace = context.registerService(Pace.class, speed, new Hashtable<>());
        folder = context.registerService(DataFolder.class, new TestFolder(data), new Hashtable<>());
        service(Runner.class);
        await("connectors")
                .atMost(PATIENCE)
                .until(() -> service(Connectors.class).all().size() == 2);
    }

    private void note(LogEntry entry) {
        String name = entry.getBundle().getSymbolicName();
        if (!name.startsWith("org.kontor.") || entry.getLogLevel().ordinal() > LogLevel.WARN.ordinal()) {
            return;
        }
        String line = Instant.ofEpochMilli(entry.getTime()) + " " + entry.getLogLevel() + " " + entry.getMessage();
        log.add(line);
        if (entry.getLogLevel() == LogLevel.ERROR) {
            errors.add(line + " " + entry.getException());
        }
    }

    /** The warnings and errors that the product has logged so far. */
    List<String> log() {
        return List.copyOf(log);
    }

    /** The errors alone: bugs, whatever the servers did. */
    List<String> errors() {
        return List.copyOf(errors);
    }

    private record TestFolder(Path path) implements DataFolder {
        @Override
        public boolean demo() {
            return false;
        }
    }

    Simulator simulator() {
        return simulator;
    }

    /** Ends the simulator and starts it again on its state, ports included. */
    void restartServers() throws IOException {
        simulator.close();
        simulator = Simulator.builder(state).withoutScript().start();
    }

    <T> T service(Class<T> type) {
        ServiceTracker<T, T> tracker = new ServiceTracker<>(context, type, null);
        tracker.open();
        try {
            T found = tracker.waitForService(PATIENCE.toMillis());
            if (found == null) {
                throw new AssertionError("no service " + type.getName());
            }
            return found;
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        } finally {
            tracker.close();
        }
    }

    Scope scope() {
        return service(Grants.class).current();
    }

    Store store() {
        return service(Store.class);
    }

    /** Sets the brand up with its account on a channel, as the wizard does. */
    Account account(Channel channel) {
        Brand brand = simulator.world().brand(BRAND);
        Setup setup = service(Setup.class);
        var made = setup.createBrand(
                scope(), null, brand.name(), Colour.of(brand.colour()), ZoneId.of("Europe/Berlin"), "");
        Instant from = Instant.now().minus(Duration.ofDays(14));
        Account account = setup.createAccount(
                scope(),
                channel == Channel.MAIL
                        ? new Setup.NewAccount(
                                made.id(), new ChannelType("mail"), brand.mail().address(), mail(brand), from)
                        : new Setup.NewAccount(
                                made.id(),
                                new ChannelType("bluesky"),
                                brand.bluesky().handle(),
                                bluesky(brand),
                                from));
        await("first read of the account")
                .atMost(PATIENCE)
                .until(() -> store().read(scope(), rows -> rows.accountStatuses()).stream()
                        .anyMatch(s -> s.lastRead() != null));
        return account;
    }

    private static Map<String, String> mail(Brand brand) {
        return Map.of(
                "address", brand.mail().address(),
                "imap.host", brand.mail().host(),
                "imap.port", Integer.toString(brand.mail().imapPort()),
                "imap.security", "none",
                "smtp.host", brand.mail().host(),
                "smtp.port", Integer.toString(brand.mail().smtpPort()),
                "smtp.security", "none",
                "user", brand.mail().user(),
                "password", brand.mail().password());
    }

    private static Map<String, String> bluesky(Brand brand) {
        return Map.of(
                "service", brand.bluesky().service().toString(),
                "handle", brand.bluesky().handle(),
                "directory", brand.bluesky().service().toString(),
                "password", brand.bluesky().password());
    }

    /** The conversation that holds a text, as soon as it is there. */
    Conversation conversationWith(String text) {
        return await("a conversation with \"" + text + "\"")
                .atMost(PATIENCE)
                .until(
                        () -> conversations(Queue.ALL).stream()
                                .filter(c -> messages(c).stream()
                                        .anyMatch(m -> m.text().contains(text)))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    List<Conversation> conversations(Queue queue) {
        return store().read(scope(), rows -> {
            IdIndex index = rows.index(InboxQuery.of(queue), 10_000);
            return rows.conversations(index.range(0, index.size()));
        });
    }

    List<Message> messages(Conversation conversation) {
        return store().read(scope(), rows -> rows.messages(ConversationRef.of(conversation)));
    }

    /** How many messages hold a text, over all conversations. */
    long copiesOf(String text) {
        return conversations(Queue.ALL).stream()
                .flatMap(c -> messages(c).stream())
                .filter(m -> m.text().contains(text))
                .count();
    }

    OutboxEntry reply(Conversation conversation, String text) {
        Replies.Outcome outcome = service(Replies.class)
                .reply(
                        scope(),
                        new Replies.ReplyRequest(
                                ConversationRef.of(conversation),
                                conversation.brand(),
                                null,
                                conversation.visibility() == Visibility.PUBLIC ? ReplyMode.PUBLIC : ReplyMode.DIRECT,
                                text,
                                List.of(),
                                List.of(),
                                List.of()));
        if (outcome instanceof Replies.Outcome.Queued queued) {
            return queued.entry();
        }
        throw new AssertionError("refused: " + outcome);
    }

    OutboxEntry outbox(OutboxEntry entry) {
        return store().read(
                        scope(),
                        rows -> rows.outboxEntry(entry.brand(), entry.id()).orElseThrow());
    }

    /** How many copies of an answer stand on the server for customers to read. */
    long answersOnServer(String text) {
        return simulator.answers().stream()
                .filter(a -> a.text().contains(text))
                .mapToLong(a -> a.copies())
                .sum();
    }

    EventBalance balance() {
        return store().read(
                        scope(),
                        rows -> rows.eventBalance(
                                Instant.now().minus(Duration.ofDays(2)),
                                Instant.now().plus(Duration.ofDays(1))));
    }

    @Override
    public void close() throws IOException {
        folder.unregister();
        pace.unregister();
        simulator.close();
        logs.removeLogListener(listener);
    }
}
