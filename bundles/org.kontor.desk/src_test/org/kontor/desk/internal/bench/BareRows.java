package org.kontor.desk.internal.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Puts the rows of a filled SQLite database into an empty one of the same schema, by bare JDBC batches: what the engine asks
 * at least for what the pipeline does. Rows come in the order of their ids, all tables side by side, a transaction for each
 * part; without checks of references.
 */
final class BareRows implements AutoCloseable {
    /** The tables that grow with the messages, with what orders them by time. */
    private static final List<String[]> TABLES = List.of(
            new String[] {"ledger", "id"},
            new String[] {"ledger_payload", "ledger_id"},
            new String[] {"contact", "id"},
            new String[] {"profile", "id"},
            new String[] {"conversation", "id"},
            new String[] {"conversation_participant", "conversation_id"},
            new String[] {"message", "id"},
            new String[] {"message_version", "message_id"},
            new String[] {"inquiry", "id"},
            new String[] {"change_log", "seq"});

    private final Connection from;
    private final Connection to;
    private final List<Source> sources = new ArrayList<>();

    /** A table being copied. */
    private static final class Source {
        final String table;
        final ResultSet rows;
        final int columns;
        final PreparedStatement insert;
        final @Nullable PreparedStatement search;
        final long total;
        long taken;

        Source(String table, ResultSet rows, PreparedStatement insert, @Nullable PreparedStatement search, long total)
                throws SQLException {
            this.table = table;
            this.rows = rows;
            this.columns = rows.getMetaData().getColumnCount();
            this.insert = insert;
            this.search = search;
            this.total = total;
        }
    }

    /**
     * @param full a database that nobody writes to
     * @param empty one with the same schema and no rows, open nowhere else
     */
    BareRows(Path full, Path empty) throws SQLException {
        from = DriverManager.getConnection("jdbc:sqlite:" + full);
        to = DriverManager.getConnection("jdbc:sqlite:" + empty);
        try (Statement statement = to.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = FULL");
            statement.execute("PRAGMA cache_size = -65536");
            statement.execute("PRAGMA foreign_keys = OFF");
        }
        for (String[] table : TABLES) {
            sources.add(open(table[0], table[1]));
        }
        to.setAutoCommit(false);
    }

    private Source open(String table, String order) throws SQLException {
        long total;
        try (Statement count = from.createStatement();
                ResultSet row = count.executeQuery("SELECT count(*) FROM " + table)) {
            row.next();
            total = row.getLong(1);
        }
        ResultSet rows = from.createStatement().executeQuery("SELECT * FROM " + table + " ORDER BY " + order);
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            names.add(rows.getMetaData().getColumnName(i));
        }
        PreparedStatement insert = to.prepareStatement("INSERT INTO " + table + " (" + String.join(", ", names)
                + ") VALUES (" + String.join(", ", Collections.nCopies(names.size(), "?")) + ")");
        PreparedStatement search = table.equals("message")
                ? to.prepareStatement("INSERT INTO message_search (rowid, author, subject, body) VALUES (?, ?, ?, ?)")
                : null;
        return new Source(table, rows, insert, search, total);
    }

    /** Copies all in {@code parts} transactions; returns the processor time of the inserts alone, in nanoseconds. */
    long copy(long parts) throws SQLException {
        long spent = 0;
        for (long part = 1; part <= parts; part++) {
            List<List<Object[]>> rows = new ArrayList<>();
            for (Source source : sources) {
                rows.add(read(source, source.total * part / parts));
            }
            long begin = Times.processor();
            for (int i = 0; i < sources.size(); i++) {
                insert(sources.get(i), rows.get(i));
            }
            to.commit();
            spent += Times.processor() - begin;
        }
        return spent;
    }

    private static List<Object[]> read(Source source, long until) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        while (source.taken < until && source.rows.next()) {
            Object[] row = new Object[source.columns];
            for (int i = 0; i < row.length; i++) {
                row[i] = source.rows.getObject(i + 1);
            }
            rows.add(row);
            source.taken++;
        }
        return rows;
    }

    private static void insert(Source source, List<Object[]> rows) throws SQLException {
        for (Object[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                source.insert.setObject(i + 1, row[i]);
            }
            source.insert.addBatch();
        }
        source.insert.executeBatch();
        PreparedStatement search = source.search;
        if (search != null) {
            int author = column(source, "author_name");
            int subject = column(source, "subject");
            int content = column(source, "content");
            for (Object[] row : rows) {
                search.setObject(1, row[0]);
                search.setString(2, lower(row[author]));
                search.setString(3, lower(row[subject]));
                search.setString(4, lower(row[content]));
                search.addBatch();
            }
            search.executeBatch();
        }
    }

    private static int column(Source source, String name) throws SQLException {
        return source.rows.findColumn(name) - 1;
    }

    private static String lower(@Nullable Object text) {
        return text == null ? "" : text.toString().toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() throws SQLException {
        from.close();
        to.close();
    }
}
