package org.kontor.store.internal.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.api.account.AccountStatus;
import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.AuditEvent;
import org.kontor.api.audit.AuditField;
import org.kontor.api.audit.AuditSubject;
import org.kontor.api.channel.Cursor;
import org.kontor.api.channel.ReplyMode;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.Draft;
import org.kontor.api.conversation.Message;
import org.kontor.api.conversation.Profile;
import org.kontor.api.id.UserId;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.InboxQuery;
import org.kontor.api.store.Queue;
import org.kontor.api.store.Store;
import org.kontor.api.store.StoreException;
import org.kontor.store.World;
import org.kontor.store.postgres.Postgres;
import org.kontor.store.postgres.Postgres.TeamEngine;
import org.kontor.store.postgres.PostgresServer;
import org.kontor.store.postgres.PostgresStore;

/** The brand wall against plain SQL, and against a program that names brands its login was not granted. */
@ExtendWith(Postgres.class)
class RowSecurityTest {
    private static final AtomicInteger LOGINS = new AtomicInteger();
    private static final String REFUSED = "42501";

    private final TeamEngine engine;
    private final PostgresServer server;
    private final String database;
    private final Store store;
    private final World world;
    private final String anna = "anna_" + LOGINS.incrementAndGet();

    RowSecurityTest(TeamEngine engine, @TempDir Path folder) throws Exception {
        this.engine = engine;
        this.server = engine.server();
        this.store = engine.open(folder);
        this.database = engine.database(folder);
        this.world = World.in(store);
    }

    @BeforeEach
    void annaWorksForNordwind() throws Exception {
        fill(world.conversation(world.mail, "<n@x>"));
        fill(world.conversation(world.almaMail, "<a@x>"));
        server.psql(
                database,
                "user.sql",
                "login=" + anna,
                "password=" + PostgresServer.PASSWORD,
                "name=Anna Kern",
                "initials=AK",
                "brands=Nordwind");
    }

    @AfterEach
    void close() throws Exception {
        engine.close(store);
        server.execute(database, "DELETE FROM kontor.user_grant WHERE user_id > 2");
        server.execute(database, "DELETE FROM kontor.user_role WHERE user_id > 2");
        server.execute(database, "DELETE FROM kontor.app_user WHERE id > 2");
    }

    private void fill(Conversation conversation) {
        Profile profile = world.profile(
                conversation.brand().equals(world.nordwind.id()) ? world.mail : world.almaMail, "lena", "Lena");
        Message message = world.message(conversation, conversation.root().value(), "Lena", "Kaffee kalt");
        ConversationRef ref = ConversationRef.of(conversation);
        store.write(world.all, rows -> {
            var account =
                    rows.account(conversation.brand(), conversation.account()).orElseThrow();
            rows.saveStatus(AccountStatus.unread(account.id()));
            rows.record(account, List.of(world.event("1", "a")), new Cursor("1"), World.NOW);
            rows.saveConversations(List.of(conversation));
            rows.saveMessages(List.of(message));
            rows.saveInquiries(List.of(world.inquiry(conversation, message)));
            rows.saveProfiles(List.of(profile));
            rows.saveParticipants(ref, List.of(profile.id()));
            rows.saveReadMarks(Map.of(ref, World.NOW));
            rows.saveOutbox(world.reply(conversation, "k", "ja"));
            rows.saveBlob(conversation.brand(), new byte[] {1});
            rows.audit(new AuditEvent(
                    conversation.brand(),
                    World.NOW,
                    world.all.user(),
                    AuditAction.NOTE,
                    new AuditSubject.OfConversation(conversation.id()),
                    List.of(AuditField.personal("text", "Lena rief an"))));
            rows.saveBrandLogo(conversation.brand(), new byte[] {1});
            rows.saveDraft(
                    conversation.brand(),
                    new Draft(
                            conversation.id(),
                            world.all.user(),
                            ReplyMode.DIRECT,
                            "x",
                            List.of(),
                            List.of(),
                            List.of(),
                            World.NOW));
            return 0;
        });
    }

    private List<String> tables() throws SQLException {
        return server.query(database, """
            SELECT relname FROM pg_class c WHERE relnamespace = 'kontor'::regnamespace AND relkind IN ('r', 'p')
                AND NOT relispartition AND relname <> 'user_grant' AND EXISTS (SELECT 1 FROM pg_attribute a
                    WHERE a.attrelid = c.oid AND a.attname = 'brand_id') ORDER BY relname\
            """);
    }

    @Test
    void plainSqlSeesAndChangesNothingOfAnotherBrand() throws Exception {
        List<String> tables = tables();
        assertThat(tables).hasSizeGreaterThan(25).contains("ledger", "change_log", "message_search", "queue_counter");
        int filled = 0;
        try (Connection connection = server.connect(database, anna)) {
            for (String table : tables) {
                String alma = " WHERE brand_id = " + world.alma.id().value();
                long rows = Long.parseLong(server.query(database, "SELECT count(*) FROM kontor." + table + alma)
                        .getFirst());
                filled += rows > 0 ? 1 : 0;
                assertThat(number(connection, "SELECT count(*) FROM " + table + alma))
                        .as(table)
                        .isZero();
                assertThat(number(connection, "SELECT count(DISTINCT brand_id) FROM " + table))
                        .as(table)
                        .isEqualTo(rows > 0 ? 1 : 0);
                assertThat(change(connection, "UPDATE " + table + " SET brand_id = brand_id" + alma))
                        .as(table)
                        .isZero();
                assertThat(change(connection, "DELETE FROM " + table + alma))
                        .as(table)
                        .isZero();
                refused(
                        connection,
                        "INSERT INTO " + table + " (brand_id) VALUES ("
                                + world.alma.id().value() + ")");
                if (rows > 0 && !Wall.isSetUp(table)) {
                    refused(
                            connection,
                            "UPDATE " + table + " SET brand_id = "
                                    + world.alma.id().value());
                }
                assertThat(server.query(database, "SELECT count(*) FROM kontor." + table + alma))
                        .as(table)
                        .containsExactly(String.valueOf(rows));
            }
        }
        assertThat(filled).as("tables with rows of the other brand").isGreaterThan(18);
    }

    @Test
    void whatIsSetUpAndWhoMayDoWhatIsOutOfReach() throws Exception {
        try (Connection connection = server.connect(database, anna)) {
            assertThat(number(connection, "SELECT count(*) FROM brand")).isEqualTo(1);
            assertThat(number(connection, "SELECT count(*) FROM client")).isEqualTo(1);
            assertThat(number(connection, "SELECT count(*) FROM user_grant")).isEqualTo(2);
            assertThat(change(connection, "UPDATE account SET name = 'x'")).isZero();
            assertThat(change(connection, "DELETE FROM brand_logo")).isZero();
            assertThat(change(connection, "UPDATE brand SET name = 'x'")).isZero();
            assertThat(change(connection, "UPDATE client SET name = 'x'")).isZero();
            refused(
                    connection,
                    "INSERT INTO user_grant VALUES ((SELECT max(id) FROM app_user), "
                            + world.alma.id().value() + ", 'READ')");
            refused(connection, "UPDATE user_role SET user_id = 2");
            refused(connection, "INSERT INTO client VALUES (9, 'x')");
            refused(connection, "DELETE FROM brand");
            refused(connection, "TRUNCATE message");
            refused(connection, "SELECT * FROM ledger_payload_rest");
            refused(connection, "SET ROLE kontor_owner");
            refused(connection, "SET ROLE kontor_house");
            refused(connection, "CREATE TABLE mine (x bigint)");
            refused(connection, "ALTER TABLE message DISABLE ROW LEVEL SECURITY");
            refused(connection, "SET row_security = off; SELECT * FROM message");
        }
    }

    @Test
    void whoMayOnlyReadChangesNothing() throws Exception {
        server.execute(
                database,
                "DELETE FROM kontor.user_grant WHERE access_right <> 'READ' AND user_id = (SELECT user_id FROM"
                        + " kontor.user_role WHERE role_name = '" + anna + "')");
        try (Connection connection = server.connect(database, anna)) {
            for (String table : tables()) {
                assertThat(change(connection, "UPDATE " + table + " SET brand_id = brand_id"))
                        .as(table)
                        .isZero();
                assertThat(change(connection, "DELETE FROM " + table)).as(table).isZero();
                refused(
                        connection,
                        "INSERT INTO " + table + " (brand_id) VALUES ("
                                + world.nordwind.id().value() + ")");
            }
        }
    }

    @Test
    void theAuditTrailIsOnlyAddedTo() throws Exception {
        try (Connection connection = server.connect(database, anna)) {
            assertThat(number(connection, "SELECT count(*) FROM audit_entry")).isEqualTo(1);
            refused(connection, "DELETE FROM audit_entry");
            refused(connection, "UPDATE audit_entry SET actor_id = 7");
            refused(connection, "DELETE FROM audit_field");
            refused(connection, "UPDATE audit_field SET hash = salt");
            refused(connection, "DELETE FROM audit_anchor");
            assertThat(change(connection, "UPDATE audit_field SET salt = NULL, content = NULL"))
                    .isEqualTo(1);
        }
    }

    @Test
    void theOwnerOfTheTablesSeesNoRows() throws Exception {
        try (Connection connection = server.connect(database, PostgresServer.OWNER)) {
            assertThat(number(connection, "SELECT count(*) FROM message")).isZero();
            assertThat(number(connection, "SELECT count(*) FROM brand")).isZero();
        }
    }

    @Test
    void brandsAreLookedUpOnceAndTheSearchUsesItsIndex() throws Exception {
        try (Connection connection = server.connect(database, anna);
                Statement statement = connection.createStatement()) {
            statement.execute("SET enable_seqscan = off");
            List<String> plan = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("EXPLAIN SELECT message_id FROM message_search"
                    + " WHERE to_tsvector('simple', words) @@ '''kaffee'''::tsquery")) {
                while (rows.next()) {
                    plan.add(rows.getString(1));
                }
            }
            assertThat(plan)
                    .anyMatch(line -> line.contains("InitPlan"))
                    .noneMatch(line -> line.contains("SubPlan"))
                    .anyMatch(line -> line.contains("Bitmap Index Scan on message_search_words"));
        }
    }

    @Test
    void aProgramThatAsksForMoreBrandsThanItsLoginHasGetsThoseItHas() throws Exception {
        try (PostgresStore hers = PostgresStore.open(server.hosts(), database, anna, PostgresServer.PASSWORD)) {
            UserId user = new UserId(Long.parseLong(server.query(database, "SELECT max(id) FROM kontor.app_user")
                    .getFirst()));
            hers.read(world.grants.agency(user, world.nordwind.id(), world.alma.id()), rows -> {
                assertThat(rows.brands()).containsExactly(world.nordwind);
                assertThat(rows.accounts()).extracting(a -> a.brand()).containsOnly(world.nordwind.id());
                assertThat(rows.index(InboxQuery.of(Queue.ALL), 10).size()).isEqualTo(1);
                assertThat(rows.queueCounts().get(world.alma.id()))
                        .allSatisfy((queue, held) -> assertThat(held).isZero());
                assertThat(rows.changes(0, 100)).extracting(c -> c.brand()).containsOnly(world.nordwind.id());
                assertThat(rows.grantsOf(user).keySet()).containsExactly(world.nordwind.id());
                return 0;
            });
            Conversation mine = world.conversation(world.mail, "<2@x>");
            world.save(hers, mine);
            Conversation others = world.conversation(world.almaMail, "<3@x>");
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> world.save(hers, others))
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.READ_ONLY))
                    .withMessageContaining(anna);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** How many rows a statement changed; none where it was refused. */
    private static int change(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            if (!REFUSED.equals(e.getSQLState())) {
                throw e;
            }
            return 0;
        }
    }

    private static void refused(Connection connection, String sql) {
        assertThatExceptionOfType(SQLException.class)
                .as(sql)
                .isThrownBy(() -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute(sql);
                    }
                })
                .satisfies(e -> assertThat(e.getSQLState()).as(sql).isEqualTo(REFUSED));
    }
}
