package org.kontor.simulator.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kontor.simulator.BlueskyAccount;
import org.kontor.simulator.Brand;
import org.kontor.simulator.MailAccount;
import org.kontor.simulator.World;
import org.kontor.simulator.internal.bluesky.Actor;
import org.kontor.simulator.internal.bluesky.BlueskyHandler;
import org.kontor.simulator.internal.bluesky.Network;
import org.kontor.simulator.internal.bluesky.Sessions;
import org.kontor.simulator.internal.bluesky.StoredRecord;
import org.kontor.simulator.internal.fault.FaultBook;
import org.kontor.simulator.internal.http.Endpoint;
import org.kontor.simulator.internal.http.HttpServers;
import org.kontor.simulator.internal.http.Ports;
import org.kontor.simulator.internal.journal.Entry;
import org.kontor.simulator.internal.journal.Journal;
import org.kontor.simulator.internal.journal.Json;
import org.kontor.simulator.internal.mail.MailBytes;
import org.kontor.simulator.internal.mail.PostOffice;
import org.kontor.simulator.internal.shop.ShopEndpoint;
import org.kontor.simulator.internal.world.Answers;
import org.kontor.simulator.internal.world.BrandSpec;
import org.kontor.simulator.internal.world.Correspondence;
import org.kontor.simulator.internal.world.MailThreads;
import org.kontor.simulator.internal.world.People;
import org.kontor.simulator.internal.world.Tag;
import org.kontor.simulator.internal.world.Tally;

/** The servers of the world and what is on them, put together over one state folder. */
public final class Agency implements AutoCloseable {

    /** The time zone of the agency and its customers. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static final String NAME = "Agentur Küstenkontor";
    private static final String SERVER_DID = "did:web:pds.example";
    private static final String BLUESKY = "bluesky";
    private static final String CONTROL = "control";
    private static final String SHOP = "shop";
    private static final String SHOP_OWNER = "nordwind";

    private final Settings settings;
    private final FileChannel lock;
    private final Path complete;
    private final Path begun;
    private final Journal journal;
    private final FaultBook faults = new FaultBook();
    private final Network network;
    private final Sessions sessions;
    private final PostOffice post;
    private final People people;
    private final MailThreads threads = new MailThreads();
    private final Answers answers;
    private final Tally tally = new Tally();
    private final Correspondence correspondence;
    private final HttpServers http = new HttpServers();
    private final Ports ports;
    private final BlueskyHandler bluesky;
    private final World world;
    private final URI control;
    private @Nullable Instant begin;

    /**
     * Opens the state folder and all ports; nobody answers yet on the HTTP ports.
     *
     * @throws IOException when the folder is in use or cannot be read
     */
    public Agency(Settings settings) throws IOException {
        this.settings = settings;
        Files.createDirectories(settings.state());
        lock = lock(settings.state());
        complete = settings.state().resolve("world.journal");
        begun = settings.state().resolve("world.journal.begun");
        Files.deleteIfExists(begun);
        Journal opened = Journal.open(Files.exists(complete) ? complete : begun);
        network = new Network(opened);
        journal = opened;
        sessions = new Sessions(settings, SERVER_DID, journal);
        post = new PostOffice(journal, settings.clock(), faults);
        people = new People(settings.seed(), journal, network, post);
        answers = new Answers(settings.seed(), journal, network);
        MailBytes bytes = new MailBytes(ZONE);
        correspondence = new Correspondence(settings.seed(), network, post, people, threads, bytes, tally);
        journal.replay(this::replay);
        ports = new Ports(settings.state().resolve("world-ports.json"));
        post.start(ports);
        openBrands();
        URI service = openPort(BLUESKY);
        bluesky = new BlueskyHandler(network, sessions, settings, faults, SERVER_DID, service);
        http.serve(BLUESKY, bluesky);
        http.serve(SHOP, new ShopEndpoint(people, this::begun));
        URI shop = openPort(SHOP);
        control = openPort(CONTROL);
        world = new World(
                NAME,
                ZONE,
                BrandSpec.ALL.stream()
                        .map(spec -> brand(spec, service, spec.key().equals(SHOP_OWNER) ? shop : null))
                        .toList());
        remember();
        post.watch(threads::note);
        post.watch(answers::mail);
        network.watch(answers::record);
    }

    private static FileChannel lock(Path state) throws IOException {
        FileChannel channel =
                FileChannel.open(state.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new IOException("The state folder " + state + " is in use by this process already", e);
        }
        channel.close();
        throw new IOException("The state folder " + state + " is in use by another simulator");
    }

    private void replay(Entry entry) {
        switch (entry.kind().substring(0, entry.kind().indexOf('.'))) {
            case "bsky" -> network.replay(entry);
            case "auth" -> sessions.replay(entry);
            case "mail" -> post.replay(entry);
            case "person" -> people.replay(entry);
            case "seen" -> answers.replay(entry);
            case "world" -> begin = Instant.parse(Json.required(entry.data(), "at"));
            default -> throw new IllegalStateException("unknown journal entry " + entry.kind());
        }
        tally.count(Tag.parse(Json.text(entry.data(), "tag")));
    }

    private void openBrands() {
        Instant founded = settings.clock().instant().minus(Duration.ofDays(700));
        journal.together(() -> BrandSpec.ALL.forEach(spec -> {
            post.open(spec.address(), spec.mailPassword());
            network.open(new Actor(
                    spec.did(settings.seed()),
                    spec.handle(),
                    spec.name(),
                    spec.about(),
                    spec.address(),
                    spec.blueskyPassword(),
                    founded));
        }));
    }

    private URI openPort(String name) throws IOException {
        try {
            return http.open(name, ports.wish(name));
        } catch (Exception e) {
            throw new IOException("The simulator cannot open a port", e);
        }
    }

    private Brand brand(BrandSpec spec, URI service, @Nullable URI shop) {
        MailAccount mail = new MailAccount(
                spec.address(),
                spec.name(),
                "127.0.0.1",
                post.port("imap"),
                post.port("smtp"),
                post.port("imaps"),
                post.port("smtps"),
                spec.address(),
                spec.mailPassword(),
                PostOffice.SENT);
        BlueskyAccount account = new BlueskyAccount(
                service, spec.handle(), spec.did(settings.seed()), spec.name(), spec.blueskyPassword());
        return new Brand(spec.key(), spec.name(), spec.client(), spec.colour(), spec.languages(), mail, account, shop);
    }

    /** Learns what is on the servers from before the restart. */
    private void remember() {
        for (String address : post.addresses()) {
            for (String folder : List.of(PostOffice.INBOX, PostOffice.SENT)) {
                post.list(address, folder).forEach(mail -> {
                    threads.note(mail);
                    answers.mail(mail);
                });
            }
        }
        List<StoredRecord> own = new ArrayList<>();
        BrandSpec.ALL.forEach(spec -> own.addAll(network.postsOf(spec.did(settings.seed()))));
        own.sort(Comparator.comparing(StoredRecord::indexedAt));
        own.forEach(answers::record);
    }

    /**
     * Begins to answer, with that endpoint for the control interface.
     *
     * @throws IOException when Jetty does not start
     */
    public void serve(Endpoint controlEndpoint) throws IOException {
        http.serve(CONTROL, controlEndpoint);
        ports.remember(BLUESKY, http.port(BLUESKY));
        ports.remember(SHOP, http.port(SHOP));
        ports.remember(CONTROL, http.port(CONTROL));
        try {
            http.start();
            ports.save();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("The simulator's HTTP server does not start", e);
        }
    }

    /** When the world began to run, its history being older; null before that. */
    public synchronized @Nullable Instant begin() {
        return begin;
    }

    private Instant begun() {
        Instant known = begin();
        return known == null ? settings.clock().instant() : known;
    }

    /**
     * The history is complete, the world runs from now on. A journal gets its name only now, so that a start that was killed
     * in the middle of the history begins anew.
     */
    public synchronized void beginNow(Instant now) {
        begin = now;
        journal.append(Entry.of("world.begin", Json.object().put("at", now.toString())));
        try {
            Files.move(begun, complete, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How the world is set up. */
    public Settings settings() {
        return settings;
    }

    /** The brands with their accounts. */
    public World world() {
        return world;
    }

    /** Address of the control interface. */
    public URI control() {
        return control;
    }

    /** The faults that wait. */
    public FaultBook faults() {
        return faults;
    }

    /** The accounts and records of the network. */
    public Network network() {
        return network;
    }

    /** The tokens of the network's server. */
    public Sessions sessions() {
        return sessions;
    }

    /** The mailboxes. */
    public PostOffice post() {
        return post;
    }

    /** The customers. */
    public People people() {
        return people;
    }

    /** What the brands answered. */
    public Answers answers() {
        return answers;
    }

    /** What happened so far. */
    public Tally tally() {
        return tally;
    }

    /** The hand that writes. */
    public Correspondence correspondence() {
        return correspondence;
    }

    /** The mails by their Message-ID. */
    public MailThreads threads() {
        return threads;
    }

    /** The journal. */
    public Journal journal() {
        return journal;
    }

    /** What was wrong with our own Bluesky answers by the published schemas. */
    public List<String> schemaViolations() {
        return bluesky.violations();
    }

    @Override
    public void close() throws IOException {
        try {
            http.close();
        } catch (Exception e) {
            throw new IOException("The simulator's HTTP server does not stop", e);
        } finally {
            post.close();
            journal.close();
            lock.close();
        }
    }
}
