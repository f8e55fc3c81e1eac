package org.kontor.store.internal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema keeps the rules for keys, so that it can be sharded by brand. */
class SchemaTest {
    @Test
    void theSchemaKeepsTheRules() throws Exception {
        try (Connection connection = SchemaRules.schema()) {
            assertThat(SchemaRules.broken(connection)).isEmpty();
        }
    }

    static Stream<String> breaches() {
        return Stream.of(
                "CREATE TABLE bad (id INTEGER PRIMARY KEY, x TEXT) STRICT",
                "CREATE TABLE bad (id INTEGER PRIMARY KEY, brand_id INTEGER NOT NULL) STRICT",
                "CREATE TABLE bad (brand_id INTEGER, id INTEGER PRIMARY KEY, UNIQUE (brand_id, id)) STRICT",
                "CREATE TABLE bad (brand_id INTEGER NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (id, brand_id)) STRICT",
                "CREATE TABLE bad (brand_id INTEGER NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (brand_id, id))",
                "CREATE TABLE bad (brand_id INTEGER NOT NULL, id INTEGER NOT NULL, x TEXT UNIQUE,"
                        + " PRIMARY KEY (brand_id, id)) STRICT",
                "CREATE TABLE bad (brand_id INTEGER NOT NULL, id INTEGER NOT NULL,"
                        + " x INTEGER REFERENCES app_user (id), PRIMARY KEY (brand_id, id)) STRICT",
                "CREATE TABLE bad (brand_id INTEGER NOT NULL, id INTEGER NOT NULL,"
                        + " x INTEGER AS (id + 1), PRIMARY KEY (brand_id, id)) STRICT",
                "CREATE UNIQUE INDEX bad ON message (external_id)",
                "CREATE INDEX bad ON conversation (state)",
                "CREATE VIEW bad AS SELECT 1",
                "CREATE TRIGGER bad AFTER DELETE ON note BEGIN DELETE FROM draft; END");
    }

    @ParameterizedTest
    @MethodSource("breaches")
    void aBreachIsFound(String breach) throws Exception {
        try (Connection connection = SchemaRules.schema();
                Statement statement = connection.createStatement()) {
            statement.execute(breach);
            assertThat(SchemaRules.broken(connection)).isNotEmpty();
        }
    }
}
