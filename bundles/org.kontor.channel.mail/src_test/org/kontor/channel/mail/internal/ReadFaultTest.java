package org.kontor.channel.mail.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.api.channel.ChannelSession;
import org.kontor.api.channel.Cursor;
import org.kontor.api.channel.FaultKind;
import org.kontor.api.channel.Listens;
import org.kontor.api.channel.Normalised;
import org.kontor.api.channel.RawEvent;
import org.kontor.api.channel.Received;

/** Reading over a wire that breaks, from servers that answer strangely. */
class ReadFaultTest extends GreenMailTest {
    private static final long SEED = Long.getLong("kontor.seed", 20240514L);

    private final FaultProxy proxy = new FaultProxy(world().imapPort());

    @AfterEach
    void close() {
        proxy.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CAPABILITY", "LOGIN", "AUTHENTICATE", "LIST", "EXAMINE", "UID SEARCH", "UID FETCH"})
    void aWireThatBreaksWhileReadingLosesNothing(String command) throws Exception {
        put(3);
        ChannelSession session = session(through());
        proxy.cut(FaultProxy.Cut.AFTER, command);
        Received first = session.receive(Cursor.START, monitor());
        if (first instanceof Received.Failed failed) {
            assertThat(failed.fault().kind()).isEqualTo(FaultKind.TRANSIENT);
        }
        assertThat(ids(drain(session, Cursor.START))).hasSize(3);
    }

    @Test
    void aServerThatFallsSilentIsGivenUp() throws Exception {
        put(1);
        ChannelSession session = session(through());
        proxy.cut(FaultProxy.Cut.SILENCE, "UID FETCH");
        Received.Failed failed = (Received.Failed) session.receive(Cursor.START, monitor());
        assertThat(failed.fault().kind()).isEqualTo(FaultKind.TRANSIENT);
        assertThat(ids(drain(session, Cursor.START))).hasSize(1);
    }

    @Test
    void aPageThatWasNotKeptComesAgainTheSame() throws Exception {
        put(5);
        Received.Page one = (Received.Page) session(through()).receive(Cursor.START, monitor());
        Received.Page two = (Received.Page) session(through()).receive(Cursor.START, monitor());
        assertThat(two.events()).isEqualTo(one.events()).hasSize(5);
        assertThat(two.next()).isEqualTo(one.next());
    }

    @Test
    void anAnswerThatCannotBeReadBecomesAVisibleItemAndTheOthersArrive() throws Exception {
        put(3);
        proxy.rewrite(line -> line.contains("BODY[") && line.startsWith("* 2 ")
                ? line.replaceFirst("\\(.*BODY\\[[^\\]]*\\]", "(UID 2 BROKEN[[")
                : line);
        List<RawEvent> events = drain(session(through()), Cursor.START);
        assertThat(ids(events)).containsExactly("<0@customer.example>", "<2@customer.example>");
        assertThat(unreadable(events)).hasSize(1);
    }

    @Test
    void aMailTheServerRefusesBecomesAVisibleItemAndTheOthersArrive() throws Exception {
        put(3);
        AtomicBoolean second = new AtomicBoolean();
        proxy.rewrite(line -> {
            if (line.startsWith("* 2 FETCH") && line.contains("BODY[")) {
                second.set(true);
            } else if (second.get() && line.matches("(?s)[A-Z]+\\d+ OK .*")) {
                second.set(false);
                return line.replaceFirst(" OK .*", " NO [SERVERBUG] cannot read this one");
            }
            return line;
        });
        List<RawEvent> events = drain(session(through()), Cursor.START);
        assertThat(ids(events)).containsExactly("<0@customer.example>", "<2@customer.example>");
        assertThat(unreadable(events)).hasSize(1);
    }

    @Test
    void aMailOnWhichTheConnectionBreaksEveryTimeDoesNotStopTheMailbox() throws Exception {
        put(3);
        proxy.rewrite(line -> {
            if (line.startsWith("* 2 FETCH") && line.contains("BODY[")) {
                proxy.cutAll();
            }
            return line;
        });
        ChannelSession session = session(through());
        List<RawEvent> events = new ArrayList<>();
        Cursor cursor = Cursor.START;
        int faults = 0;
        for (int i = 0; i < 20 && ids(events).size() < 2; i++) {
            switch (session.receive(cursor, monitor())) {
                case Received.Failed failed -> faults++;
                case Received.Page page -> {
                    events.addAll(page.events());
                    cursor = page.next();
                }
            }
        }
        assertThat(ids(events)).containsExactly("<0@customer.example>", "<2@customer.example>");
        assertThat(unreadable(events)).hasSize(1);
        assertThat(faults).isBetween(3, 8);
    }

    @Test
    void aServerThatNamesNoNextUidIsReadAllTheSame() throws Exception {
        put(4);
        proxy.rewrite(line -> line.contains("UIDNEXT") ? "" : line);
        ChannelSession session = session(through());
        assertThat(ids(drain(session, Cursor.START))).hasSize(4);
    }

    @Test
    void aServerWithoutIdleIsPolled() throws Exception {
        put(1);
        proxy.rewrite(line -> line.replace(" IDLE", ""));
        ChannelSession session = session(through());
        assertThat(session.health(monitor()).checks()).anyMatch(c -> c.name().equals("check.imap.poll"));
        Sink sink = new Sink();
        NullProgressMonitor stop = new NullProgressMonitor();
        Thread listening =
                Thread.ofPlatform().daemon().start(() -> ((Listens) session).listen(Cursor.START, sink, stop));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> sink.signsOfLife() > 0 && sink.events().size() == 1);
        stop.setCanceled(true);
        await().atMost(Duration.ofSeconds(10)).until(() -> !listening.isAlive());
    }

    @Test
    void aSentFolderThatCannotBeAskedForItsStatusIsReadAllTheSame() throws Exception {
        put(1);
        byte[] answer =
                MailWorld.letter(world().brand(), world().customer(), "<s@nordwind.example>", "Re", "x", Instant.now());
        world().append(world().brand(), "Sent", answer, Instant.now());
        proxy.rewrite(
                line -> line.startsWith("* STATUS") ? "" : line.replaceFirst("OK STATUS .*", "NO [CANNOT] status"));
        assertThat(ids(drain(session(through()), Cursor.START)))
                .containsExactly("<0@customer.example>", "<s@nordwind.example>");
    }

    @Test
    void aCursorThatMakesNoSenseBeginsAnew() throws Exception {
        put(2);
        ChannelSession session = session(through());
        for (String nonsense :
                List.of("?", "{}", "[1]", "{\"v\":1,\"inbox\":{\"folder\":\"INBOX\",\"floor\":\"never\"}}")) {
            assertThat(ids(drain(session, new Cursor(nonsense)))).as(nonsense).hasSize(2);
        }
    }

    @Test
    void listeningThroughAStormOfCutsLosesAndInventsNothing() throws Exception {
        System.out.println("mail storm: seed " + SEED);
        Random random = new Random(SEED);
        ChannelSession session = session(through());
        Sink sink = new Sink();
        AtomicInteger faults = new AtomicInteger();
        Thread listening = Thread.ofPlatform().daemon().start(() -> {
            while (!monitor().isCanceled()) {
                ((Listens) session).listen(sink.cursor(), sink, monitor());
                faults.incrementAndGet();
            }
        });
        Set<String> written = new HashSet<>();
        for (int i = 0; i < 40; i++) {
            written.add(world().customerWrites("Sturm " + i, "Nummer " + i));
            if (random.nextInt(3) == 0) {
                proxy.cutAll();
            } else if (random.nextInt(3) == 0) {
                proxy.cut(
                        FaultProxy.Cut.AFTER,
                        List.of("UID FETCH", "IDLE", "UID SEARCH", "EXAMINE").get(random.nextInt(4)));
            }
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> ids(sink.events()).containsAll(written));
        monitor().setCanceled(true);
        await().atMost(Duration.ofSeconds(10)).until(() -> !listening.isAlive());
        assertThat(new HashSet<>(ids(sink.events()))).isEqualTo(written);
        System.out.println("mail storm: " + written.size() + " mails, " + faults + " broken connections, "
                + (sink.events().size() - written.size()) + " repeats");
    }

    private FakeAccount through() {
        return world().account(proxy.port(), world().smtpPort());
    }

    private void put(int mails) throws Exception {
        List<byte[]> all = new ArrayList<>();
        for (int i = 0; i < mails; i++) {
            all.add(MailWorld.letter(
                    world().customer(),
                    world().brand(),
                    "<" + i + "@customer.example>",
                    "Nr. " + i,
                    "x",
                    Instant.now()));
        }
        world().append(world().brand(), "INBOX", all, Instant.now());
    }

    private List<RawEvent> drain(ChannelSession session, Cursor from) {
        List<RawEvent> events = new ArrayList<>();
        Cursor cursor = from;
        boolean more = true;
        for (int i = 0; more && i < 30; i++) {
            Received.Page page = (Received.Page) session.receive(cursor, monitor());
            events.addAll(page.events());
            cursor = page.next();
            more = page.more();
        }
        return events;
    }

    private static List<String> ids(List<RawEvent> events) {
        List<String> ids = new ArrayList<>();
        for (RawEvent event : events) {
            if (Corpus.read(event) instanceof Normalised.Item item) {
                ids.add(item.id().value());
            }
        }
        return ids;
    }

    private static List<Normalised> unreadable(List<RawEvent> events) {
        return events.stream()
                .map(Corpus::read)
                .filter(Normalised.Unreadable.class::isInstance)
                .toList();
    }
}
