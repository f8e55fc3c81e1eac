package org.kontor.store.internal.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kontor.api.store.StoreException;

/**
 * A connection with its prepared statements. Every fault becomes a {@link StoreException}; the first one is kept, because a
 * transaction in which a statement failed must not be committed, even when the caller caught the exception. Used by one
 * thread.
 */
public final class Sql implements AutoCloseable {
    /** The statements are few and fixed; the bound only guards against a mistake. */
    private static final int MOST_STATEMENTS = 256;
    /** How many rows come over the network at once. */
    private static final int MANY_ROWS = 2_000;

    private static final int LARGE_ROWS = 8;

    /** Sets parameters. */
    public interface Binder {
        void bind(Bind to) throws SQLException;
    }

    /** Makes something of a row. */
    public interface Mapper<T> {
        T map(Row row) throws SQLException;
    }

    /** Takes a row. */
    public interface Taker {
        /** Returns whether more rows are wanted. */
        boolean take(Row row) throws SQLException;
    }

    private final Connection connection;
    private final Dialect dialect;
    private final Function<SQLException, StoreException> faults;
    private final Map<String, PreparedStatement> statements = new LinkedHashMap<>(64, 0.75f, true);
    private @Nullable StoreException fault;
    private final Set<Long> taken = new HashSet<>();
    private boolean writing;
    private long changes;
    private Thread owner = Thread.currentThread();

    /** @param faults says what an engine's exception means */
    public Sql(Connection connection, Dialect dialect, Function<SQLException, StoreException> faults) {
        this.connection = connection;
        this.dialect = dialect;
        this.faults = faults;
    }

    /** Makes the calling thread the one that uses the connection. */
    public void adopt() {
        owner = Thread.currentThread();
    }

    /** Runs a statement without parameters. */
    public void run(String sql) {
        update(sql, to -> {});
    }

    /** Ends a transaction without a trace; does nothing where none is open. */
    public void rollBack() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            // After some faults the engine has rolled back by itself.
            if (!String.valueOf(e.getMessage()).contains("no transaction is active")) {
                throw e;
            }
        }
    }

    /** Makes this a transaction that writes: it takes each brand before it touches its rows. */
    public void beginWriting() {
        writing = true;
        taken.clear();
    }

    /** Notes that rows of a brand are about to be read or written. */
    public void touch(long brand) {
        if (writing && taken.add(brand)) {
            dialect.take(this, brand);
        }
    }

    /** How many statements that change something were run. */
    public long changes() {
        return changes;
    }

    /** What the engine says differently. */
    public Dialect dialect() {
        return dialect;
    }

    /** Runs a statement and returns how many rows it changed. */
    public int update(String sql, Binder binder) {
        try {
            PreparedStatement statement = statement(sql);
            binder.bind(new Bind(statement, dialect));
            changes++;
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Runs a query and takes its rows. */
    public void each(String sql, Binder binder, Taker taker) {
        each(sql, MANY_ROWS, binder, taker);
    }

    /** Runs a query and takes its rows, of which only a few are held in memory at a time. */
    public void eachLarge(String sql, Binder binder, Taker taker) {
        each(sql, LARGE_ROWS, binder, taker);
    }

    private void each(String sql, int fetched, Binder binder, Taker taker) {
        try {
            PreparedStatement statement = statement(sql);
            statement.setFetchSize(fetched);
            binder.bind(new Bind(statement, dialect));
            try (ResultSet rows = statement.executeQuery()) {
                Row row = new Row(rows, dialect);
                boolean more = true;
                while (more && row.next()) {
                    more = taker.take(row);
                }
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Runs a query and returns all its rows. */
    public <T> List<T> list(String sql, Binder binder, Mapper<T> mapper) {
        List<T> found = new ArrayList<>();
        each(sql, binder, row -> found.add(mapper.map(row)));
        return found;
    }

    /** Runs a query and returns its first row. */
    public <T> Optional<T> first(String sql, Binder binder, Mapper<T> mapper) {
        List<T> found = new ArrayList<>(1);
        each(sql, binder, row -> {
            found.add(mapper.map(row));
            return false;
        });
        return found.stream().findFirst();
    }

    /** Runs a query for one number; 0 where there is no row. */
    public long number(String sql, Binder binder) {
        long[] found = new long[1];
        each(sql, binder, row -> {
            found[0] = row.number();
            return false;
        });
        return found[0];
    }

    /** Whether a query has a row. */
    public boolean any(String sql, Binder binder) {
        boolean[] found = new boolean[1];
        each(sql, binder, row -> {
            found[0] = true;
            return false;
        });
        return found[0];
    }

    /** The first fault since the last {@link #forget}; null while all is well. */
    public @Nullable StoreException fault() {
        return fault;
    }

    /** Forgets a fault, when its transaction has been rolled back. */
    public void forget() {
        fault = null;
    }

    /** Notes a fault and says what it means. */
    public StoreException failed(SQLException e) {
        StoreException meaning = faults.apply(e);
        if (fault == null) {
            fault = meaning;
        }
        return meaning;
    }

    private PreparedStatement statement(String sql) throws SQLException {
        if (Thread.currentThread() != owner) {
            throw new IllegalStateException("rows of the store are used outside of their transaction");
        }
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
            if (statements.size() > MOST_STATEMENTS) {
                String eldest = statements.keySet().iterator().next();
                PreparedStatement old = statements.remove(eldest);
                if (old != null) {
                    old.close();
                }
            }
        }
        return statement;
    }

    /** Closes statements and connection. */
    @Override
    public void close() throws SQLException {
        try {
            for (PreparedStatement statement : statements.values()) {
                statement.close();
            }
        } finally {
            connection.close();
        }
    }
}
