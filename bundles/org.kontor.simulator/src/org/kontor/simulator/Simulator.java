package org.kontor.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.kontor.simulator.internal.Agency;
import org.kontor.simulator.internal.Settings;
import org.kontor.simulator.internal.bluesky.StoredRecord;
import org.kontor.simulator.internal.control.ControlEndpoint;
import org.kontor.simulator.internal.fault.FaultBook;
import org.kontor.simulator.internal.mail.PostOffice;
import org.kontor.simulator.internal.world.BrandSpec;
import org.kontor.simulator.internal.world.Script;
import org.kontor.simulator.internal.world.Tag;

/**
 * An agency's world on loopback: the mail and Bluesky servers of three brands, and their customers. All ports are on
 * 127.0.0.1 and stay the same over restarts on one state folder, as everything on the servers does.
 *
 * <p>In a test:
 *
 * <pre>{@code
 * try (Simulator simulator = Simulator.builder(folder).withoutScript().start()) {
 *     Brand brand = simulator.world().brand("nordwind");
 *     Written post = simulator.write(CustomerMessage.bluesky("nordwind", "Anna Berg", "Is the Fjell jacket in stock?"));
 *     // ... let the connector read brand.bluesky() and answer ...
 *     assertThat(simulator.answers()).singleElement().satisfies(a -> assertThat(a.inReplyTo()).isEqualTo(post.id()));
 * }
 * }</pre>
 *
 * <p>Safe for several threads.
 */
public final class Simulator implements AutoCloseable {

    /** How a world is set up; made by {@link Simulator#builder}. */
    public static final class Builder {

        private final Path state;
        private long seed = 1;
        private double speed = 1;
        private boolean script = true;
        private Duration accessLifetime = Duration.ofHours(2);
        private Duration refreshLifetime = Duration.ofDays(90);
        private Duration refreshGrace = Duration.ofHours(2);
        private int loginsPerFiveMinutes = 30;
        private int loginsPerDay = 300;
        private int requestsPerFiveMinutes = 3000;
        private int writePointsPerHour = 5000;
        private int expiredStatus = 400;
        private Clock clock = Clock.systemUTC();

        private Builder(Path state) {
            this.state = state;
        }

        /** Seed of everything random: the same seed gives the same customers and texts. */
        public Builder seed(long value) {
            seed = value;
            return this;
        }

        /** How much faster than in life the customers act; 1 is one message about every 30 seconds. */
        public Builder speed(double value) {
            if (value <= 0) {
                throw new IllegalArgumentException("speed must be more than 0, not " + value);
            }
            speed = value;
            return this;
        }

        /** No history, and customers write only when told to. */
        public Builder withoutScript() {
            script = false;
            return this;
        }

        /** How long a Bluesky access token lives; two hours on the real server. */
        public Builder accessTokenLifetime(Duration value) {
            accessLifetime = value;
            return this;
        }

        /** How long a Bluesky refresh token lives; 90 days on the real server. */
        public Builder refreshTokenLifetime(Duration value) {
            refreshLifetime = value;
            return this;
        }

        /** How long a refresh token that was used may be used again; two hours on the real server. */
        public Builder refreshTokenGrace(Duration value) {
            refreshGrace = value;
            return this;
        }

        /** How many Bluesky sessions an account may open in five minutes and in a day; 30 and 300 on the real server. */
        public Builder loginLimits(int inFiveMinutes, int inADay) {
            loginsPerFiveMinutes = inFiveMinutes;
            loginsPerDay = inADay;
            return this;
        }

        /** How many requests the Bluesky server takes in five minutes; 3000 on the real server. */
        public Builder requestLimit(int inFiveMinutes) {
            requestsPerFiveMinutes = inFiveMinutes;
            return this;
        }

        /** Write points of a Bluesky account in an hour, a new post costs 3; 5000 on the real server. */
        public Builder writePoints(int inAnHour) {
            writePointsPerHour = inAnHour;
            return this;
        }

        /** HTTP status of the error ExpiredToken: the real server sends 400, some relatives of it 401. */
        public Builder expiredTokenStatus(int value) {
            expiredStatus = value;
            return this;
        }

        /** The world's clock, for tests that move time. */
        public Builder clock(Clock value) {
            clock = value;
            return this;
        }

        /**
         * Opens all ports and lets the world run.
         *
         * @throws IOException when the state folder is in use or cannot be read, or no port is free
         */
        public Simulator start() throws IOException {
            return new Simulator(new Settings(
                    state,
                    seed,
                    speed,
                    script,
                    accessLifetime,
                    refreshLifetime,
                    refreshGrace,
                    loginsPerFiveMinutes,
                    loginsPerDay,
                    requestsPerFiveMinutes,
                    writePointsPerHour,
                    expiredStatus,
                    clock));
        }
    }

    private final Agency agency;
    private final Script script;
    private volatile boolean closed;
    private volatile Runnable stopAction = this::closeQuietly;

    private Simulator(Settings settings) throws IOException {
        agency = new Agency(settings);
        script = new Script(agency);
        script.start();
        agency.serve(new ControlEndpoint(this, agency.faults()));
    }

    /** A world over that state folder, which is made when it does not exist. */
    public static Builder builder(Path state) {
        return new Builder(state);
    }

    /** The brands with everything a client needs to use their accounts. */
    public World world() {
        return agency.world();
    }

    /** Address of the control interface, described in {@code docs/simulator.md}. */
    public URI control() {
        return agency.control();
    }

    /**
     * A customer writes to a brand now.
     *
     * @throws IllegalArgumentException when the brand or the message it answers does not exist
     */
    public Written write(CustomerMessage message) {
        Tag tag = new Tag(Tag.What.WRITTEN, message.brand(), message.channel(), Tag.CONTROL);
        return agency.correspondence()
                .write(message, now(), tag, UUID.randomUUID().toString());
    }

    private Instant now() {
        return agency.settings().clock().instant();
    }

    /** What a customer can do on Bluesky besides writing. */
    public enum Reaction {
        LIKE(StoredRecord.LIKE),
        REPOST(StoredRecord.REPOST),
        FOLLOW(StoredRecord.FOLLOW),
        BLOCK(StoredRecord.BLOCK);

        private final String collection;

        Reaction(String collection) {
            this.collection = collection;
        }
    }

    /**
     * A customer reacts on Bluesky.
     *
     * @param uri the post that is liked or reposted; empty for a follow or block of the brand
     * @throws IllegalArgumentException when there is no such post
     */
    public Written react(String brand, String name, Reaction reaction, String uri) {
        Tag tag = new Tag(Tag.What.NOISE, brand, Channel.BLUESKY, Tag.CONTROL);
        return agency.correspondence()
                .react(name, BrandSpec.of(brand), reaction.collection, uri.isEmpty() ? null : uri, now(), tag);
    }

    /**
     * A customer takes back a Bluesky record.
     *
     * @return false when there is no such record
     */
    public boolean delete(String brand, String uri) {
        Tag tag = new Tag(Tag.What.DELETED, brand, Channel.BLUESKY, Tag.CONTROL);
        return agency.correspondence().delete(uri, tag);
    }

    /**
     * The brand answers from another program than the workbench.
     *
     * @param replyTo Message-ID or at-uri of the message it answers
     * @throws IllegalArgumentException when there is no such message
     */
    public Written answerElsewhere(String brand, String replyTo, String text) {
        Channel channel = replyTo.startsWith("at://") ? Channel.BLUESKY : Channel.MAIL;
        Tag tag = new Tag(Tag.What.ELSEWHERE, brand, channel, Tag.CONTROL);
        return agency.correspondence()
                .answerElsewhere(
                        BrandSpec.of(brand),
                        replyTo,
                        text,
                        now(),
                        tag,
                        UUID.randomUUID().toString());
    }

    /** The brand publishes a Bluesky post of its own. */
    public Written publish(String brand, String text) {
        Tag tag = new Tag(Tag.What.ELSEWHERE, brand, Channel.BLUESKY, Tag.CONTROL);
        return agency.correspondence()
                .publish(
                        BrandSpec.of(brand), text, now(), tag, UUID.randomUUID().toString());
    }

    /** The answers of the brands that stand on the servers, the earliest first. */
    public List<SeenAnswer> answers() {
        return agency.answers().list();
    }

    /** What happened so far. */
    public Counts counts() {
        Instant begin = agency.begin();
        return agency.tally().counts(answers(), begin == null ? Instant.EPOCH : begin);
    }

    /** Lets clients see a fault. */
    public void inject(Fault fault) {
        agency.faults().add(fault);
    }

    /** Forgets all faults. */
    public void clearFaults() {
        agency.faults().clear();
    }

    /** How often faults have been seen, summed over all that were injected since the last {@link #clearFaults}. */
    public int faultsSeen() {
        return agency.faults().list().stream()
                .mapToInt(FaultBook.Progress::fired)
                .sum();
    }

    /** Cuts all connections to the mail servers that are open on that wire. */
    public void cutConnections(Fault.Wire wire) {
        agency.post().cutAll(wire);
    }

    /** Lets all Bluesky access tokens expire; refresh tokens stay good. */
    public void expireAccessTokens() {
        agency.sessions().expireAccess();
    }

    /** Lets all Bluesky access and refresh tokens expire, so that every client must log in again. */
    public void expireSessions() {
        agency.sessions().expireAll();
    }

    /** Gives the INBOX of a brand another UIDVALIDITY, as a server does that had to rebuild it. */
    public void renewUidValidity(String brand) {
        agency.post().renewValidity(BrandSpec.of(brand).address(), PostOffice.INBOX);
    }

    /** The customers stop acting by themselves; the servers go on. */
    public void pause() {
        script.pause();
    }

    /** The customers go on. */
    public void resume() {
        script.resume();
    }

    /** How many messages customers write in a second from now on; 0 goes back to the script's own pace. */
    public void rate(double perSecond) {
        script.rate(perSecond);
    }

    /** What was wrong with the Bluesky server's own answers by the published schemas; must be empty. */
    public List<String> schemaViolations() {
        return agency.schemaViolations();
    }

    /** Says what happens when somebody asks for the end through the control interface; closing the world when never said. */
    public void onStopRequest(Runnable action) {
        stopAction = action;
    }

    /** Asks for the end of the world, as {@code POST /control/stop} does. */
    public void requestStop() {
        stopAction.run();
    }

    private void closeQuietly() {
        try {
            close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the world was closed, by {@link #close} or through the control interface. */
    public boolean isClosed() {
        return closed;
    }

    /** Closes all ports; the state folder keeps the world. */
    @Override
    public synchronized void close() throws IOException {
        if (!closed) {
            closed = true;
            script.close();
            agency.close();
        }
    }
}
