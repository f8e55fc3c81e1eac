package org.kontor.store.internal.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.store.internal.sqlite.SchemaRules;
import org.kontor.store.postgres.Postgres;
import org.kontor.store.postgres.Postgres.TeamEngine;
import org.kontor.store.postgres.PostgresServer;

/** The team's schema is that of SQLite, and keeps the rules for keys and for the brand wall. */
@ExtendWith(Postgres.class)
class TeamSchemaTest {
    private final PostgresServer server;

    TeamSchemaTest(TeamEngine engine) {
        this.server = engine.server();
    }

    @Test
    void theSchemaKeepsTheRules() throws Exception {
        try (Connection connection = server.superuser(PostgresServer.TEMPLATE)) {
            assertThat(TeamSchemaRules.broken(connection)).isEmpty();
        }
    }

    @Test
    void tablesAndColumnsAreThoseOfSqlite() throws Exception {
        Set<String> columns = new TreeSet<>();
        try (Connection sqlite = SchemaRules.schema();
                Statement statement = sqlite.createStatement();
                ResultSet rows = statement.executeQuery("""
                    SELECT t.name || '.' || c.name || CASE WHEN c."notnull" OR c.pk THEN '' ELSE '?' END
                    FROM pragma_table_list t, pragma_table_info(t.name) c
                    WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite_%'\
                    """)) {
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
        }
        try (Connection connection = server.superuser(PostgresServer.TEMPLATE)) {
            assertThat(new TreeSet<>(TeamSchemaRules.columns(connection))).isEqualTo(columns);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE bad (id bigint PRIMARY KEY)",
                "CREATE TABLE bad (brand_id bigint, id bigint, UNIQUE (brand_id, id))",
                "CREATE TABLE bad (brand_id bigint NOT NULL, id bigint, PRIMARY KEY (id, brand_id))",
                "CREATE TABLE bad (brand_id bigint NOT NULL, id bigint, x text UNIQUE, PRIMARY KEY (brand_id, id))",
                "CREATE TABLE bad (brand_id bigint NOT NULL, id bigint, x bigint REFERENCES app_user (id),"
                        + " PRIMARY KEY (brand_id, id))",
                "CREATE TABLE bad (brand_id bigint NOT NULL, id bigint)",
                "ALTER TABLE note ADD COLUMN bad bigint GENERATED ALWAYS AS (author_id + 1) STORED",
                "ALTER TABLE note ADD COLUMN bad text[]",
                "ALTER TABLE note ADD COLUMN bad boolean",
                "CREATE TYPE bad AS ENUM ('a')",
                "CREATE UNIQUE INDEX bad ON message (external_id)",
                "CREATE INDEX bad ON conversation (state)",
                "CREATE VIEW bad AS SELECT 1 AS one",
                "CREATE FUNCTION bad() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
                "CREATE TRIGGER bad BEFORE UPDATE ON note FOR EACH ROW"
                        + " EXECUTE FUNCTION suppress_redundant_updates_trigger()",
                "ALTER TABLE note DISABLE ROW LEVEL SECURITY",
                "ALTER TABLE note NO FORCE ROW LEVEL SECURITY",
                "DROP POLICY see ON note",
                "GRANT SELECT ON ledger_payload_rest TO kontor_member"
            })
    void aBreachIsFound(String breach) throws Exception {
        try (Connection connection = server.superuser(PostgresServer.TEMPLATE);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(breach);
            if (breach.startsWith("CREATE TABLE")) {
                // So that it is not for want of policies.
                Wall.raise(connection);
            }
            assertThat(TeamSchemaRules.broken(connection)).isNotEmpty();
            connection.rollback();
        }
    }
}
