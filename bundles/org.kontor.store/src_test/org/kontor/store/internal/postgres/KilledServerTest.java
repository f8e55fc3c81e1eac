package org.kontor.store.internal.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kontor.api.account.Account;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.conversation.Message;
import org.kontor.api.store.StoreException;
import org.kontor.store.Kept;
import org.kontor.store.World;
import org.kontor.store.internal.engine.StoreLog;
import org.kontor.store.internal.postgres.TeamOptions.Address;
import org.kontor.store.internal.postgres.TeamOptions.Login;
import org.kontor.store.postgres.PostgresServer;

/** kill -9 of the server under write load: what was acknowledged is there, what was refused is not, nothing is double. */
class KilledServerTest {
    private static final int THREADS = 4;

    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> wrong = new ConcurrentLinkedQueue<>();

    @Test
    void nothingAcknowledgedIsLostOverThreeKills() throws Exception {
        kill(3, 41);
    }

    @Test
    @Tag("soak")
    @Tag("soak-server")
    void nothingAcknowledgedIsLostOverFiftyKills() throws Exception {
        kill(50, System.nanoTime());
    }

    private void kill(int times, long seed) throws Exception {
        Assumptions.assumeTrue(
                PostgresServer.programs().isPresent(),
                "no PostgreSQL is installed (Debian: apt-get install postgresql)");
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        try (PostgresServer server = PostgresServer.startDurable();
                TeamStore store = TeamStore.open(TeamOptions.of(
                                new Address(server.hosts(), server.newDatabase()),
                                new Login(PostgresServer.COLLECTOR, PostgresServer.PASSWORD),
                                InstantSource.system(),
                                StoreLog.NONE)
                        .listening()
                        .patient(Duration.ofMinutes(5)))) {
            World world = World.in(store);
            AtomicBoolean running = new AtomicBoolean(true);
            List<Thread> writers = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                Random own = new Random(seed + i);
                writers.add(Thread.ofPlatform().start(() -> write(store, world, own, running)));
            }
            for (int i = 0; i < times; i++) {
                int enough = acknowledged.size() + 10 + random.nextInt(100);
                await().atMost(Duration.ofMinutes(3)).until(() -> acknowledged.size() >= enough || !wrong.isEmpty());
                server.kill();
                server.startAgain();
            }
            int after = acknowledged.size() + 10;
            await().atMost(Duration.ofMinutes(3)).until(() -> acknowledged.size() >= after || !wrong.isEmpty());
            running.set(false);
            for (Thread writer : writers) {
                writer.join();
            }
            assertThat(wrong).isEmpty();
            Kept.require(store, world.all, acknowledged);
            List<ExternalId> unwritten = refused.stream().map(ExternalId::new).toList();
            Map<ExternalId, Message> there = store.read(
                    world.all, rows -> rows.messagesByExternalId(world.mail.brand(), world.mail.id(), unwritten));
            assertThat(there).as("refused, and yet there").isEmpty();
            System.out.println("kontor: " + acknowledged.size() + " acknowledged writes, " + refused.size()
                    + " refused over " + times + " kills of the database server");
        }
    }

    private void write(TeamStore store, World world, Random random, AtomicBoolean running) {
        while (running.get()) {
            Account account = random.nextBoolean() ? world.mail : world.almaMail;
            String id = Long.toHexString(random.nextLong());
            String text = "wort-" + id + "x".repeat(random.nextInt(2_000));
            try {
                Kept.write(store, world.all, world, account, id, text);
                acknowledged.put(id, text);
            } catch (StoreException e) {
                if (String.valueOf(e.getMessage()).contains("cannot be found out")) {
                    wrong.add(e);
                }
                refused.add(id);
            } catch (RuntimeException e) {
                wrong.add(e);
            }
        }
    }
}
