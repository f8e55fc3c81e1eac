package org.kontor.store.internal.postgres;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kontor.store.internal.engine.StoreLog;
import org.kontor.store.internal.sql.Scripts;

/**
 * Brings the schema up to date, if the login may: it is a member of the role that owns the schema. Each version comes in one
 * transaction with its number, and only one program at a time does it. Few lines do what Flyway would, in the same way as on
 * SQLite, and need no second library that scans class paths in OSGi.
 */
final class Migrations {
    /** Where all tables are. */
    static final String SCHEMA = "kontor";

    /** The files under {@code /migrations/postgres}, in order; the version is the position, from 1. Never changed, only added to. */
    private static final List<String> FILES = List.of("V001__first.sql", "V002__audit.sql");

    /** "KNTR". */
    static final int LOCK = 0x4b4e5452;

    private static final String VERSIONS = """
        CREATE TABLE IF NOT EXISTS schema_version (
            version integer NOT NULL PRIMARY KEY, applied timestamptz NOT NULL DEFAULT clock_timestamp())\
        """;

    private final Faults faults;
    private final StoreLog log;
    private final List<String> scripts;

    /** @param scripts one for each version, from 1 */
    Migrations(Faults faults, StoreLog log, List<String> scripts) {
        this.faults = faults;
        this.log = log;
        this.scripts = List.copyOf(scripts);
    }

    /** The scripts of this program's version. */
    static List<String> bundled() throws IOException {
        return Scripts.read("postgres", FILES);
    }

    /**
     * Looks whether this program may use the database, and runs what is missing.
     *
     * @throws org.kontor.api.store.StoreException if the database is newer, is nobody's or another program's, or has to be
     *     brought up to date by another login
     */
    void run(Connection connection) throws SQLException {
        String owner = text(connection, """
            SELECT pg_get_userbyid(nspowner) FROM pg_namespace WHERE nspname = 'kontor'\
            """);
        if (owner == null) {
            throw faults.foreign();
        }
        int version = check(connection);
        if (version == scripts.size()) {
            return;
        }
        if (!"t".equals(text(connection, "SELECT pg_has_role('" + owner.replace("'", "''") + "', 'MEMBER')"))) {
            throw faults.older(version, scripts.size(), owner);
        }
        try (Statement statement = connection.createStatement()) {
            // An index over years of messages takes its time.
            int patience = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, 0);
            statement.execute("SET statement_timeout = 0");
            statement.execute("SET lock_timeout = 0");
            statement.execute("SELECT pg_advisory_lock(" + LOCK + ", 1)");
            try {
                statement.execute("SET ROLE " + quoted(owner));
                for (int next = check(connection); next < scripts.size(); next++) {
                    migrate(connection, scripts.get(next), next + 1);
                    log.info("the schema of the team database is now " + (next + 1));
                }
            } finally {
                statement.execute("RESET ROLE");
                statement.execute("SELECT pg_advisory_unlock(" + LOCK + ", 1)");
                statement.execute("RESET statement_timeout");
                statement.execute("RESET lock_timeout");
                connection.setNetworkTimeout(Runnable::run, patience);
            }
        }
    }

    /** The version of the schema; 0 where there is none yet. */
    private int check(Connection connection) throws SQLException {
        // From the catalogue, which a login may read that may not use the schema yet.
        String tables = text(connection, """
            SELECT string_agg(relname, ' ') FROM pg_class WHERE relnamespace = 'kontor'::regnamespace AND relkind = 'r'\
            """);
        if (tables == null || !List.of(tables.split(" ")).contains("schema_version")) {
            if (tables != null) {
                throw faults.foreign();
            }
            return 0;
        }
        String newest = text(connection, "SELECT coalesce(max(version), 0) FROM kontor.schema_version");
        int version = newest == null ? 0 : Integer.parseInt(newest);
        if (version > scripts.size()) {
            throw faults.newer(version, scripts.size());
        }
        return version;
    }

    private static void migrate(Connection connection, String script, int version) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(VERSIONS);
            for (String part : Scripts.statements(script)) {
                statement.execute(part);
            }
            Months.add(connection, Instant.now(), Months.AFTER_MIGRATION);
            Wall.raise(connection);
            try (PreparedStatement done =
                    connection.prepareStatement("INSERT INTO schema_version (version) VALUES (?)")) {
                done.setInt(1, version);
                done.executeUpdate();
            }
            connection.commit();
        } catch (SQLException e) {
            rollBack(connection, e);
            throw e;
        } finally {
            restore(connection);
        }
    }

    private static void rollBack(Connection connection, SQLException reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    private static void restore(Connection connection) throws SQLException {
        if (!connection.isClosed()) {
            connection.setAutoCommit(true);
        }
    }

    /** A name as SQL takes it. */
    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** The first column of the first row, or null. */
    static @Nullable String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }
}
