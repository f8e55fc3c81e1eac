package org.kontor.store.internal.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.kontor.store.internal.engine.Hints;
import org.kontor.store.internal.engine.StoreLog;
import org.postgresql.PGConnection;

/**
 * The thread that notices commits, its own process's and others': it looks at the end of the change feed after each own commit
 * and once a second. A collector listens besides (LISTEN), and whoever commits lets it know at most five times a second:
 * with many listeners NOTIFY slows every commit down. Renews what has to be renewed in passing.
 */
final class FeedWatch {
    private static final String CHANNEL = "kontor_change";
    private static final long LOOK_NANOS = 1_000_000_000L;
    private static final int LISTEN_MILLIS = 200;
    private static final long NOTIFY_NANOS = 200_000_000L;
    private static final long AFTER_FAULT_NANOS = 2_000_000_000L;
    private static final long UPKEEP_NANOS = 3_600_000_000_000L;
    private static final String HEAD = "SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM change_log_seq";

    private final Connections connections;
    private final NodeLease lease;
    private @Nullable Connection first;
    private final InstantSource clock;
    private final Hints hints;
    private final StoreLog log;
    private final boolean listens;
    private final boolean alone;
    private final AtomicBoolean committed = new AtomicBoolean();
    private final Thread thread = new Thread(this::serve, "kontor-store-feed");
    private volatile boolean closed;
    private volatile boolean taken;
    private long notified = System.nanoTime() - NOTIFY_NANOS;
    private long kept = System.nanoTime();
    private boolean owesNotice;
    private boolean inFault;

    /** @param first the connection that it begins with; it closes it */
    FeedWatch(Connections connections, Connection first, NodeLease lease, Hints hints, TeamOptions options) {
        this.connections = connections;
        this.first = first;
        this.lease = lease;
        this.clock = options.clock();
        this.hints = hints;
        this.log = options.log();
        this.listens = options.listens();
        this.alone = options.alone();
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Whether another program does the work of the house that this one was to do. */
    boolean taken() {
        return taken;
    }

    /** Something was committed by this process. */
    void committed() {
        committed.set(true);
        LockSupport.unpark(thread);
    }

    void close() throws InterruptedException {
        closed = true;
        LockSupport.unpark(thread);
        thread.join();
    }

    private void serve() {
        while (!closed) {
            try (Connection connection = connection()) {
                inFault = false;
                watch(connection);
                lease.release(connection);
            } catch (SQLException e) {
                if (!inFault) {
                    log.warn("the change feed of the team database cannot be followed at the moment", e);
                }
                inFault = true;
                if (!closed) {
                    LockSupport.parkNanos(AFTER_FAULT_NANOS);
                }
            }
        }
    }

    private Connection connection() throws SQLException {
        Connection begun = first;
        first = null;
        return begun == null ? connections.single() : begun;
    }

    private void watch(Connection connection) throws SQLException {
        if (listens) {
            run(connection, "LISTEN " + CHANNEL);
        }
        upkeep(connection);
        boolean ours = !alone;
        while (!closed) {
            ours = ours || HouseLock.take(connection);
            taken = !ours;
            owesNotice |= committed.getAndSet(false);
            String head = Migrations.text(connection, HEAD);
            hints.committed(head == null ? 0 : Long.parseLong(head));
            notice(connection);
            if (System.nanoTime() - kept > UPKEEP_NANOS) {
                kept = System.nanoTime();
                lease.renew(connection);
                upkeep(connection);
            }
            await(connection);
        }
    }

    private void notice(Connection connection) throws SQLException {
        long now = System.nanoTime();
        if (owesNotice && now - notified >= NOTIFY_NANOS) {
            owesNotice = false;
            notified = now;
            run(connection, "NOTIFY " + CHANNEL);
        }
    }

    private void await(Connection connection) throws SQLException {
        long end = System.nanoTime() + (owesNotice ? NOTIFY_NANOS : LOOK_NANOS);
        while (!closed && !committed.get() && System.nanoTime() - end < 0) {
            if (listens) {
                Object[] heard = connection.unwrap(PGConnection.class).getNotifications(LISTEN_MILLIS);
                if (heard != null && heard.length > 0) {
                    return;
                }
            } else {
                LockSupport.parkNanos(this, end - System.nanoTime());
            }
        }
    }

    /** Makes the partitions of coming months, where this login may act as the owner. */
    private void upkeep(Connection connection) throws SQLException {
        if (Months.isComplete(connection, clock.instant())) {
            return;
        }
        @Nullable String owner = Migrations.text(connection, """
            SELECT pg_get_userbyid(nspowner) FROM pg_namespace
            WHERE nspname = 'kontor' AND pg_has_role(nspowner, 'MEMBER')\
            """);
        if (owner == null) {
            return;
        }
        run(connection, "SET ROLE " + Migrations.quoted(owner));
        try {
            Months.add(connection, clock.instant(), Months.AHEAD);
        } catch (SQLException e) {
            log.warn("the months ahead could not be made in the team database", e);
        } finally {
            run(connection, "RESET ROLE");
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
