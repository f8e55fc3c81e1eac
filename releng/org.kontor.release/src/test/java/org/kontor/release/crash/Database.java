package org.kontor.release.crash;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The store's file, read from outside with SQLite itself: what the product's own code says is what is to be proved. */
final class Database implements AutoCloseable {
    private final Connection connection;

    Database(Path file) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        run("PRAGMA busy_timeout = 10000");
        run("PRAGMA query_only = true");
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The rows of a query, their columns joined by blanks. */
    List<String> lines(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    columns.add(String.valueOf(rows.getString(i)));
                }
                lines.add(String.join(" ", columns));
            }
            return lines;
        }
    }

    /** The one number that a query answers. */
    long number(String sql) throws SQLException {
        return Long.parseLong(lines(sql).getFirst());
    }

    /** A reply as the store knows it. */
    record Reply(String id, String key, String state, String detail) {}

    List<Reply> replies() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id, send_key, state,"
                        + " coalesce(fault_kind, '') || ' ' || coalesce(fault_detail, detail, '') FROM outbox")) {
            List<Reply> replies = new ArrayList<>();
            while (rows.next()) {
                replies.add(new Reply(rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4)));
            }
            return replies;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
