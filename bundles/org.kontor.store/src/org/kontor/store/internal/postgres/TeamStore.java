package org.kontor.store.internal.postgres;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Scope;
import org.kontor.api.access.User;
import org.kontor.api.id.UserId;
import org.kontor.api.store.ReadRows;
import org.kontor.api.store.Store;
import org.kontor.api.store.StoreException;
import org.kontor.api.store.UiThread;
import org.kontor.api.store.WriteRows;
import org.kontor.store.internal.engine.Hints;
import org.kontor.store.internal.engine.LaneThread;
import org.kontor.store.internal.engine.Work;
import org.kontor.store.internal.rows.JdbcReadRows;
import org.kontor.store.internal.sql.Sql;

/**
 * The store on PostgreSQL, which many programs use at once. Work is done on threads of the store, each piece in a transaction of
 * its own; who writes to a brand has it for himself until the commit (an advisory lock), so that work that reads and then
 * writes sees no half of another's. A transaction begun within another one of the same thread reads in that one; writing
 * within another is refused.
 */
public final class TeamStore implements Store, AutoCloseable {
    private final TeamOptions options;
    private final Faults faults;
    private final Connections connections;
    private final Lanes<ReadRows> readers;
    private final Lanes<WriteRows> writers;
    private final Hints hints;
    private final FeedWatch watch;
    private final NodeLease lease;
    private final Login login;
    private boolean closed;

    private TeamStore(TeamOptions options, Faults faults, NodeLease lease, Login login, Connection first) {
        this.options = options;
        this.faults = faults;
        this.lease = lease;
        this.login = login;
        this.connections = new Connections(options);
        this.hints = new Hints(options.log());
        this.watch = new FeedWatch(connections, first, lease, hints, options);
        PostgresDialect dialect = new PostgresDialect();
        Patience patience = new Patience(options.patience());
        Reading reading = new Reading(connections, dialect, faults, patience);
        Writing writing = new Writing(connections, dialect, faults, patience, lease, watch::committed);
        this.readers = new Lanes<>(
                this, "kontor-store-read", options.readers(), options.log(), (work, lane) -> reading.run(work));
        this.writers = new Lanes<>(this, "kontor-store-write", options.writers(), options.log(), writing::run);
    }

    /**
     * Opens the store of a team, and brings its schema up to date where the login may do that.
     *
     * @throws StoreException if that cannot be done; the message says why and what to do
     */
    public static TeamStore open(TeamOptions options) {
        try {
            return open(options, Migrations.bundled());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For tests: with a schema of another version. */
    static TeamStore open(TeamOptions options, List<String> scripts) {
        UiThread.forbid("opening the store");
        Faults faults = new Faults(options.address(), options.login());
        Patience.Wait wait = new Patience(options.patience()).begin();
        while (true) {
            Connection connection = null;
            TeamStore store = null;
            try {
                connection = Connections.single(options);
                store = open(options, faults, connection, scripts, wait);
                store.start();
                return store;
            } catch (SQLException e) {
                wait.orThrow(e, faults.of(e));
            } finally {
                if (store == null) {
                    closeAfterFailure(connection, options);
                }
            }
        }
    }

    /** The store goes on with the connection: on it is the lock of the house. */
    private static TeamStore open(
            TeamOptions options, Faults faults, Connection connection, List<String> scripts, Patience.Wait wait)
            throws SQLException {
        new Migrations(faults, options.log(), scripts).run(connection);
        if (options.alone() && !mayBeAlone(connection, wait)) {
            throw faults.taken();
        }
        Login login = login(connection);
        // Who does the house's work hears of replies at once, and writes to several brands at a time.
        TeamOptions busy = options.alone() && login.house() ? options.listening() : options;
        NodeLease lease = NodeLease.take(connection, faults, busy.clock(), busy.writers());
        return new TeamStore(busy, faults, lease, login, connection);
    }

    private static void closeAfterFailure(@Nullable Connection connection, TeamOptions options) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            options.log().warn("a connection could not be closed after the team store failed to open", e);
        }
    }

    /** Takes the lock of the house; waits a little for a program that just ended. */
    private static boolean mayBeAlone(Connection connection, Patience.Wait wait) throws SQLException {
        boolean free = HouseLock.take(connection);
        while (!free && !wait.isOver()) {
            wait.rest();
            free = HouseLock.take(connection);
        }
        return free;
    }

    /**
     * What the login is.
     *
     * @param user the person behind it; for one that is nobody's, such as the collector's, the administrator
     * @param house whether it sees all brands
     */
    private record Login(UserId user, boolean house) {}

    private static Login login(Connection connection) throws SQLException {
        String id = Migrations.text(connection, "SELECT user_id FROM user_role WHERE role_name = CURRENT_USER::text");
        return new Login(
                id == null ? User.LOCAL : new UserId(Long.parseLong(id)),
                "t".equals(Migrations.text(connection, "SELECT pg_has_role('kontor_house', 'MEMBER')")));
    }

    private void start() {
        readers.start();
        writers.start();
        hints.start();
        watch.start();
    }

    @Override
    public <T extends @Nullable Object> T read(Scope scope, Function<ReadRows, T> work) {
        UiThread.forbid("Store.read");
        LaneThread lane = LaneThread.current(this);
        if (lane != null) {
            return work.apply(new JdbcReadRows(transaction(lane), scope));
        }
        Work<ReadRows, T> queued = new Work<>(scope, work);
        synchronized (this) {
            requireOpen();
            readers.submit(queued);
        }
        return queued.await();
    }

    @Override
    public <T extends @Nullable Object> T write(Scope scope, Function<WriteRows, T> work) {
        UiThread.forbid("Store.write");
        if (LaneThread.current(this) != null) {
            throw new IllegalStateException("a transaction cannot begin within another");
        }
        if (watch.taken()) {
            throw faults.taken();
        }
        Work<WriteRows, T> queued = new Work<>(scope, work);
        synchronized (this) {
            requireOpen();
            writers.submit(queued);
        }
        return queued.await();
    }

    @Override
    public UserId user() {
        return login.user();
    }

    @Override
    public boolean keepsHouse() {
        return login.house();
    }

    @Override
    public int node() {
        return lease.node();
    }

    private static Sql transaction(LaneThread lane) {
        Sql sql = lane.busy();
        if (sql == null) {
            throw new IllegalStateException("the store is called from within itself");
        }
        return sql;
    }

    private void requireOpen() {
        if (closed) {
            throw faults.closed();
        }
    }

    @Override
    public Registration onCommit(Consumer<Long> hint) {
        return hints.register(hint);
    }

    /** Finishes what was asked for and lets the database go. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        try {
            readers.close();
            writers.close();
            watch.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            options.log().warn("the team store was interrupted while it closed", e);
        } finally {
            hints.close();
            connections.close();
        }
    }
}
