package org.kontor.store.internal.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import org.kontor.store.internal.engine.StoreLog;
import org.kontor.store.internal.sql.Scripts;

/**
 * Brings the schema up to date. Its version is SQLite's own {@code user_version}, which changes in the same transaction as
 * the tables, so a migration has happened wholly or not at all.
 */
final class Migrations {
    /** The files under {@code /migrations/sqlite}, in order; the version is the position, from 1. Never changed, only added to. */
    private static final List<String> FILES = List.of(
            "V001__first.sql",
            "V002__note_draft.sql",
            "V003__policy.sql",
            "V004__cases.sql",
            "V005__marks.sql",
            "V006__brand_logo.sql",
            "V007__inquiry_due.sql",
            "V008__audit.sql");

    /** "KNTR": tells our databases from those of others. */
    private static final int APPLICATION = 0x4b4e5452;

    private final Path file;
    private final Faults faults;
    private final InstantSource clock;
    private final StoreLog log;
    private final List<String> scripts;

    /** @param scripts one for each version, from 1 */
    Migrations(Path file, Faults faults, InstantSource clock, StoreLog log, List<String> scripts) {
        this.file = file;
        this.faults = faults;
        this.clock = clock;
        this.log = log;
        this.scripts = List.copyOf(scripts);
    }

    /** The scripts of this program's version. */
    static List<String> bundled() throws IOException {
        return Scripts.read("sqlite", FILES);
    }

    /**
     * Looks whether this program may touch the database; changes nothing.
     *
     * @throws org.kontor.api.store.StoreException if it is newer than this program, or another program's
     */
    void check(Connection connection) throws SQLException {
        int version = pragma(connection, "user_version");
        if (!isEmpty(connection) && pragma(connection, "application_id") != APPLICATION) {
            throw faults.foreign();
        }
        if (version > scripts.size()) {
            throw faults.newer(version, scripts.size());
        }
    }

    /** Runs what is missing. */
    void run(Connection connection) throws SQLException, IOException {
        int version = pragma(connection, "user_version");
        if (version < scripts.size() && !isEmpty(connection)) {
            Path backup = Backups.make(connection, file, version, clock.instant());
            log.info("before its schema changed from " + version + ", the database was copied to " + backup);
        }
        for (int next = version; next < scripts.size(); next++) {
            migrate(connection, scripts.get(next), next + 1);
        }
    }

    private static boolean isEmpty(Connection connection) throws SQLException {
        return pragma(connection, "schema_version") == 0;
    }

    private static void migrate(Connection connection, String script, int version) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            try {
                for (String part : Scripts.statements(script)) {
                    statement.execute(part);
                }
                statement.execute("PRAGMA application_id = " + APPLICATION);
                statement.execute("PRAGMA user_version = " + version);
                statement.execute("COMMIT");
            } catch (SQLException e) {
                rollBack(statement, e);
                throw e;
            }
        }
    }

    private static void rollBack(Statement statement, SQLException reason) {
        try {
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            // After a full disk SQLite has rolled back by itself and says that there is nothing to roll back.
            reason.addSuppressed(e);
        }
    }

    static int pragma(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA " + name)) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }
}
