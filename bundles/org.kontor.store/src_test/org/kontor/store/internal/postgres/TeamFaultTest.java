package org.kontor.store.internal.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.store.Change;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.Store;
import org.kontor.api.store.StoreException;
import org.kontor.api.store.StoreException.Kind;
import org.kontor.store.Bend;
import org.kontor.store.World;
import org.kontor.store.internal.engine.StoreLog;
import org.kontor.store.internal.postgres.TeamOptions.Address;
import org.kontor.store.internal.postgres.TeamOptions.Login;
import org.kontor.store.postgres.Postgres;
import org.kontor.store.postgres.Postgres.TeamEngine;
import org.kontor.store.postgres.PostgresServer;

/** What a team's server can do to a program, and several programs to each other. */
@ExtendWith(Postgres.class)
class TeamFaultTest {
    private final TeamEngine engine;
    private final PostgresServer server;
    private final Store store;
    private final String database;
    private final World world;

    TeamFaultTest(TeamEngine engine, @TempDir Path folder) throws Exception {
        this.engine = engine;
        this.server = engine.server();
        this.store = engine.open(folder);
        this.database = engine.database(folder);
        this.world = World.in(store);
    }

    @AfterEach
    void close() {
        engine.close(store);
    }

    private TeamOptions options(String hosts, String name, String role, String password) {
        return TeamOptions.of(
                        new Address(hosts, name), new Login(role, password), InstantSource.system(), StoreLog.NONE)
                .patient(Duration.ofMillis(100));
    }

    private TeamOptions collector() {
        return options(server.hosts(), database, PostgresServer.COLLECTOR, PostgresServer.PASSWORD);
    }

    private static List<String> versions() throws IOException {
        return IntStream.rangeClosed(1, Migrations.bundled().size())
                .mapToObj(String::valueOf)
                .toList();
    }

    private static StoreException refusal(TeamOptions options) {
        return refusal(options, 0);
    }

    private static StoreException refusal(TeamOptions options, int versions) {
        List<StoreException> refused = new ArrayList<>();
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> {
                    List<String> scripts = new ArrayList<>(Migrations.bundled());
                    while (scripts.size() < versions) {
                        scripts.add("CREATE TABLE later (x bigint);");
                    }
                    TeamStore.open(options, scripts).close();
                })
                .satisfies(refused::add);
        return refused.getFirst();
    }

    @Test
    void aServerThatIsAwayIsNamed() {
        StoreException e = refusal(options("127.0.0.1:1", "kontor", "x", "secret-1"));
        assertThat(e.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(e).hasMessageContaining("kontor on 127.0.0.1:1").hasMessageContaining("network");
    }

    @Test
    void aWrongPasswordIsSaidAndNotShown() {
        StoreException e = refusal(options(server.hosts(), database, PostgresServer.COLLECTOR, "secret-1"));
        assertThat(e.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(e).hasMessageContaining("refuses the login kontor_collector").hasMessageContaining("Setup");
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            assertThat(String.valueOf(cause.getMessage())).doesNotContain("secret-1");
        }
        assertThat(collector().toString()).doesNotContain(PostgresServer.PASSWORD);
    }

    @Test
    void aMissingDatabaseAndAForeignOneAreTold() {
        assertThat(refusal(options(server.hosts(), "nowhere", PostgresServer.COLLECTOR, PostgresServer.PASSWORD)))
                .hasMessageContaining("no database nowhere");
        assertThat(refusal(options(server.hosts(), "postgres", PostgresServer.COLLECTOR, PostgresServer.PASSWORD)))
                .hasMessageContaining("setup.sql");
    }

    @Test
    void aDatabaseFromTheFutureIsRefused() throws Exception {
        server.execute(database, "INSERT INTO kontor.schema_version (version) VALUES (99)");
        StoreException e = refusal(collector());
        server.execute(database, "DELETE FROM kontor.schema_version WHERE version = 99");
        assertThat(e.kind()).isEqualTo(Kind.NEWER);
        assertThat(e).hasMessageContaining("99").hasMessageContaining("Update this Kontor");
    }

    @Test
    void anEmptyDatabaseIsFilledByWhoMayAndRefusedToOthers() throws Exception {
        String bare = server.newBareDatabase();
        TeamOptions boss = options(server.hosts(), bare, PostgresServer.BOSS, PostgresServer.PASSWORD);
        assertThat(refusal(boss)).hasMessageContaining("is empty").hasMessageContaining("kontor_owner");
        int together = 3;
        List<Future<?>> opened = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(together)) {
            for (int i = 0; i < together; i++) {
                opened.add(threads.submit(() -> TeamStore.open(
                                options(server.hosts(), bare, PostgresServer.COLLECTOR, PostgresServer.PASSWORD)
                                        .patient(Duration.ofSeconds(20)))
                        .close()));
            }
        }
        for (Future<?> future : opened) {
            future.get();
        }
        assertThat(server.query(bare, "SELECT version FROM kontor.schema_version"))
                .containsExactlyElementsOf(versions());
        assertThat(server.query(bare, "SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'kontor'"))
                .containsExactly(PostgresServer.OWNER);
        int newer = versions().size() + 1;
        assertThat(refusal(boss, newer))
                .hasMessageContaining("older than this Kontor")
                .hasMessageContaining(versions().size() + " of " + newer);
        server.drop(bare);
    }

    @Test
    void aMigrationThatFailsLeavesNothing() throws Exception {
        List<String> scripts = new ArrayList<>(Migrations.bundled());
        scripts.add("CREATE TABLE half (brand_id bigint);\nCREATE TABLE half (brand_id bigint);");
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> TeamStore.open(collector(), scripts).close());
        assertThat(server.query(database, "SELECT to_regclass('kontor.half')")).containsExactly((String) null);
        assertThat(server.query(database, "SELECT version FROM kontor.schema_version"))
                .containsExactlyElementsOf(versions());
    }

    @Test
    void everyFaultHasAKindAndSaysWhatToDo() {
        Faults faults = new Faults(new Address("db", "kontor"), new Login("anna", "x"));
        assertThat(faults.of(new SQLException("", "53100")).kind()).isEqualTo(Kind.DISK_FULL);
        assertThat(faults.of(new SQLException("", "42501")).kind()).isEqualTo(Kind.READ_ONLY);
        assertThat(faults.of(new SQLException("", "25006")).kind()).isEqualTo(Kind.READ_ONLY);
        assertThat(faults.of(new SQLException("", "57014")).kind()).isEqualTo(Kind.LOCKED);
        assertThat(faults.of(new SQLException("", "XX001")).kind()).isEqualTo(Kind.DAMAGED);
        assertThat(faults.of(new SQLException("", "08006")).kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(faults.of(new SQLException("", "53300")).kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(faults.of(new SQLException("", "22P02")).kind()).isEqualTo(Kind.OTHER);
        assertThat(faults.of(new SQLException("")).kind()).isEqualTo(Kind.OTHER);
    }

    @Test
    void aConnectionThatTheServerEndsIsReplaced() throws Exception {
        Conversation conversation = world.conversation(world.mail, "<1@x>");
        AtomicInteger runs = new AtomicInteger();
        store.write(world.all, rows -> {
            rows.saveConversations(List.of(conversation));
            if (runs.incrementAndGet() == 1) {
                endAllConnections();
            }
            return 0;
        });
        assertThat(runs.get()).isEqualTo(2);
        endAllConnections();
        store.read(
                world.all,
                rows -> assertThat(rows.conversation(ConversationRef.of(conversation)))
                        .isPresent());
    }

    private void endAllConnections() {
        try {
            server.query(database, """
                SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
                WHERE datname = current_database() AND pid <> pg_backend_pid()\
                """);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void twoProgramsThatReadAndThenWriteABrandTakeTurns() throws Exception {
        Conversation conversation = world.conversation(world.mail, "<1@x>");
        world.save(store, conversation);
        var ref = ConversationRef.of(conversation);
        int each = 20;
        try (TeamStore other = TeamStore.open(collector().patient(Duration.ofSeconds(20)));
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Store one = i % 2 == 0 ? store : other;
                all.add(threads.submit(() -> {
                    for (int n = 0; n < each; n++) {
                        one.write(world.all, rows -> {
                            Conversation now = rows.conversation(ref).orElseThrow();
                            rows.saveConversations(List.of(Bend.with(now, "messageCount", now.messageCount() + 1)));
                            return 0;
                        });
                    }
                }));
            }
            for (Future<?> future : all) {
                future.get();
            }
        }
        int count = store.read(world.all, rows -> rows.conversation(ref).orElseThrow())
                .messageCount();
        assertThat(count).isEqualTo(conversation.messageCount() + 4 * each);
    }

    @Test
    void whoTakesTwoBrandsInDifferentOrderIsTriedAgain() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<?>> all = List.of(
                    threads.submit(() -> saveInOrder(
                            both,
                            world.conversation(world.mail, "<1@x>"),
                            world.conversation(world.almaMail, "<2@x>"))),
                    threads.submit(() -> saveInOrder(
                            both,
                            world.conversation(world.almaMail, "<3@x>"),
                            world.conversation(world.mail, "<4@x>"))));
            for (Future<?> future : all) {
                future.get();
            }
        }
        assertThat(server.query(database, "SELECT count(*) FROM kontor.conversation"))
                .containsExactly("4");
    }

    private void saveInOrder(CountDownLatch both, Conversation first, Conversation second) {
        store.write(world.all, rows -> {
            rows.saveConversations(List.of(first));
            both.countDown();
            try {
                both.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            rows.saveConversations(List.of(second));
            return 0;
        });
    }

    @Test
    void anotherProgramsCommitIsHinted() {
        try (TeamStore desktop = TeamStore.open(collector());
                TeamStore listening = TeamStore.open(collector().listening())) {
            AtomicLong desktopHeard = new AtomicLong();
            AtomicLong collectorHeard = new AtomicLong();
            try (Store.Registration one = desktop.onCommit(desktopHeard::set);
                    Store.Registration two = listening.onCommit(collectorHeard::set)) {
                world.save(store, world.conversation(world.mail, "<1@x>"));
                long head = store.read(world.all, rows -> rows.changeHead());
                await().untilAsserted(() -> {
                    assertThat(desktopHeard.get()).isEqualTo(head);
                    assertThat(collectorHeard.get()).isEqualTo(head);
                });
            }
        }
    }

    @Test
    void theHeadOfTheFeedNamesNothingBeforeWhichSomethingIsStillWritten() throws Exception {
        long before = store.read(world.all, rows -> rows.changeHead());
        try (Connection slow = server.connect(database, PostgresServer.COLLECTOR);
                Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute("SELECT pg_advisory_xact_lock_shared(-1 - last_value) FROM change_log_seq");
            statement.execute("INSERT INTO change_log (brand_id, at, kind, changed_id) VALUES ("
                    + world.nordwind.id().value() + ", 1, 'BRAND', 7)");
            world.save(store, world.conversation(world.mail, "<1@x>"));
            long head = store.read(world.all, rows -> rows.changeHead());
            assertThat(head).isEqualTo(before);
            slow.commit();
            List<Change> seen = store.read(world.all, rows -> rows.changes(head, 10));
            assertThat(seen).extracting(Change::id).contains(7L);
            long now = store.read(world.all, rows -> rows.changeHead());
            assertThat(now).isEqualTo(seen.getLast().seq());
        }
    }

    @Test
    void eachProgramMakesIdsOfItsOwn() throws Exception {
        server.execute(database, "UPDATE kontor.node_lease SET holder = '', expires = 0");
        try (TeamStore one = TeamStore.open(collector());
                TeamStore two = TeamStore.open(collector())) {
            one.write(world.all, rows -> rows.record(world.mail, List.of(world.event("1", "a")), null, World.NOW));
            two.write(world.all, rows -> rows.record(world.mail, List.of(world.event("2", "a")), null, World.NOW));
            assertThat(server.query(database, "SELECT DISTINCT (id >> 12) & 511 FROM kontor.ledger"))
                    .hasSize(2)
                    .doesNotContain("0");
        }
        server.execute(database, "UPDATE kontor.node_lease SET expires = " + Long.MAX_VALUE);
        StoreException e = refusal(collector());
        server.execute(database, "UPDATE kontor.node_lease SET expires = 0");
        assertThat(e).hasMessageContaining("Too many programs");
    }

    @Test
    void whatIsWrittenLiesInTheTableOfItsMonth() throws Exception {
        store.write(world.all, rows -> rows.record(world.mail, List.of(world.event("1", "a")), null, World.NOW));
        assertThat(server.query(database, "SELECT count(*) FROM kontor.ledger_payload_rest"))
                .containsExactly("0");
        assertThat(server.query(database, "SELECT count(*) FROM kontor.change_log_rest"))
                .containsExactly("0");
        assertThat(server.query(database, "SELECT count(*) FROM kontor.ledger_payload"))
                .containsExactly("1");
        Instant later = Instant.now().plus(Duration.ofDays(600));
        try (Connection connection = server.connect(database, PostgresServer.OWNER)) {
            assertThat(Months.isComplete(connection, later)).isFalse();
            Months.add(connection, later, Months.AHEAD);
            assertThat(Months.isComplete(connection, later)).isTrue();
        }
    }

    @Test
    void oneProgramReceivesAndSends() {
        TeamOptions house = collector().asHouse();
        try (TeamStore first = TeamStore.open(house)) {
            assertThat(refusal(house)).hasMessageContaining("receives and sends");
            try (TeamStore person =
                    TeamStore.open(options(server.hosts(), database, PostgresServer.BOSS, PostgresServer.PASSWORD)
                            .asHouse())) {
                assertThat(person.keepsHouse()).isFalse();
                world.save(person, world.conversation(world.mail, "<1@x>"));
            }
            assertThat(first.keepsHouse()).isTrue();
            world.save(first, world.conversation(world.mail, "<2@x>"));
        }
        try (TeamStore second = TeamStore.open(house.patient(Duration.ofSeconds(20)))) {
            world.save(second, world.conversation(world.mail, "<3@x>"));
        }
    }
}
