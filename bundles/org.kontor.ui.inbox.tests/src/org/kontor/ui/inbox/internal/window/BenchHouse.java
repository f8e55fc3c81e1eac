package org.kontor.ui.inbox.internal.window;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.kontor.api.access.Grants;
import org.kontor.api.account.Account;
import org.kontor.api.account.Brand;
import org.kontor.api.account.Colour;
import org.kontor.api.channel.RawEvent;
import org.kontor.api.desk.Intake;
import org.kontor.api.desk.Setup;
import org.kontor.api.id.AccountId;
import org.kontor.api.runner.DataFolder;
import org.kontor.api.runner.Runner;
import org.kontor.api.store.InboxQuery;
import org.kontor.api.store.Queue;
import org.kontor.api.store.Store;

/** The real store and desk with {@value #CONVERSATIONS} conversations that wait, into which more messages come. */
final class BenchHouse implements AutoCloseable {
    static final int CONVERSATIONS = 100_000;

    private static final int BATCH = 1_000;
    private static final int TICKS_A_SECOND = 10;
    private static final String WORDS = "Bestellung Lieferung Größe Farbe Naht Jacke Zelt Rechnung Umtausch Gutschein "
            + "leider noch nicht angekommen wann kommt bitte danke für die schnelle Antwort ich warte seit Montag";

    /** The folder of the store. */
    record Folder(Path path) implements DataFolder {
        @Override
        public boolean demo() {
            return false;
        }
    }

    /** Nothing is received or sent by itself. */
    static final class Still implements Runner {
        @Override
        public void accountsChanged() {
            // there are no loops
        }

        @Override
        public void receiveNow(AccountId account) {
            // there are no loops
        }

        @Override
        public void sendNow(AccountId account) {
            // there are no loops
        }

        @Override
        public boolean running() {
            return false;
        }
    }

    private final Intake intake;
    private final Random random;
    private final List<Account> accounts = new ArrayList<>();
    private final Instant now = Instant.now();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final int there;
    private long mails;

    /** @param store may be filled already, by an earlier run */
    BenchHouse(Store store, Grants grants, Setup setup, Intake intake, long seed) {
        this.intake = intake;
        random = new Random(seed);
        accounts.addAll(store.read(grants.current(), rows -> rows.accounts()));
        boolean kept = !accounts.isEmpty();
        there = store.read(
                grants.current(),
                rows -> rows.index(InboxQuery.of(Queue.ALL), 1_000_000).size());
        for (String name :
                kept ? List.<String>of() : List.of("Nordwind Outdoor", "Kaffeerösterei Alma", "Lumio Light")) {
            Brand brand = setup.createBrand(
                    grants.current(),
                    null,
                    name,
                    Colour.of(List.of("#c2410c", "#0f766e", "#7c3aed").get(accounts.size())),
                    ZoneId.of("Europe/Berlin"),
                    "Herzliche Grüße\n" + name);
            accounts.add(setup.createAccount(
                    grants.current(),
                    new Setup.NewAccount(
                            brand.id(), BenchChannel.TYPE, name, Map.of(), now.minus(Duration.ofDays(400)))));
        }
    }

    /** Fills the store: most conversations hold one message, each thousandth holds forty. */
    void fill() {
        // Numbers that no earlier run gave.
        mails = there == 0 ? 0 : now.getEpochSecond();
        List<List<RawEvent>> waiting = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int each = there; each < CONVERSATIONS; each++) {
            List<RawEvent> events = waiting.get(each % accounts.size());
            int many = each % 1000 == 0 ? 40 : 1;
            for (int at = 0; at < many; at++) {
                events.add(mail(each, now.minus(Duration.ofMinutes(1 + CONVERSATIONS - each))));
            }
            if (events.size() >= BATCH) {
                take(each % accounts.size(), events);
                events.clear();
            }
        }
        for (int at = 0; at < accounts.size(); at++) {
            take(at, waiting.get(at));
        }
    }

    private RawEvent mail(int thread, Instant at) {
        StringBuilder text = new StringBuilder();
        String[] words = WORDS.split(" ");
        int length = 10 + random.nextInt(80);
        for (int word = 0; word < length; word++) {
            text.append(words[random.nextInt(words.length)]).append(word % 30 == 29 ? '\n' : ' ');
        }
        return BenchChannel.mail(mails++, "T" + thread, "Kunde " + thread, at, text.toString());
    }

    private void take(int account, List<RawEvent> events) {
        intake.record(accounts.get(account), List.copyOf(events), null);
        while (intake.process(accounts.get(account), new NullProgressMonitor()) > 0) {
            // what is left waits for the next round
        }
    }

    /** From now on this many messages come a second, to all brands in turn: half to conversations that wait, half new. */
    void receive(int aSecond) {
        int[] turn = {0};
        clock.scheduleAtFixedRate(
                () -> {
                    int account = turn[0]++ % accounts.size();
                    List<RawEvent> events = new ArrayList<>();
                    for (int each = 0; each < aSecond / TICKS_A_SECOND; each++) {
                        boolean known = random.nextBoolean();
                        int thread = known
                                ? random.nextInt(CONVERSATIONS / 3) * 3 + account
                                : CONVERSATIONS + (int) (mails % 1_000_000_000);
                        events.add(mail(thread, Instant.now()));
                    }
                    take(account, events);
                },
                0,
                1000 / TICKS_A_SECOND,
                TimeUnit.MILLISECONDS);
    }

    /** How many messages there were. */
    long mails() {
        return mails;
    }

    @Override
    public void close() throws InterruptedException {
        clock.shutdownNow();
        if (!clock.awaitTermination(30, TimeUnit.SECONDS)) {
            throw new AssertionError("messages do not cease");
        }
    }
}
