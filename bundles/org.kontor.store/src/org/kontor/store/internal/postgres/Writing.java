package org.kontor.store.internal.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.kontor.api.id.IdSource;
import org.kontor.api.store.StoreException;
import org.kontor.api.store.WriteRows;
import org.kontor.store.internal.engine.LaneThread;
import org.kontor.store.internal.engine.Work;
import org.kontor.store.internal.rows.JdbcWriteRows;
import org.kontor.store.internal.sql.Dialect;
import org.kontor.store.internal.sql.Sql;

/**
 * Does work that writes, each piece in a transaction of its own, and again where others were in the way or the connection
 * broke. A connection that breaks at the commit leaves open whether it happened; then the token tells that the transaction wrote
 * last. A transaction's number (pg_xact_status) would not do: after a crash the server gives numbers again that had not
 * reached its log.
 */
final class Writing {
    private static final String MARK = "UPDATE write_token SET token = ? WHERE node = ? AND slot = ?";
    /** Waits until the transaction in question, which holds the row, has ended. */
    private static final String ASK = "SELECT token FROM write_token WHERE node = ? AND slot = ? FOR UPDATE";

    private static final long MOST_NANOS = Connections.MOST_WRITE_SECONDS * 1_000_000_000L;

    private final Connections connections;
    private final Dialect dialect;
    private final Faults faults;
    private final Patience patience;
    private final NodeLease lease;
    private final IdSource ids;
    private final Runnable committed;

    /** @param committed called after each commit */
    Writing(
            Connections connections,
            Dialect dialect,
            Faults faults,
            Patience patience,
            NodeLease lease,
            Runnable committed) {
        this.connections = connections;
        this.dialect = dialect;
        this.faults = faults;
        this.patience = patience;
        this.lease = lease;
        this.ids = new IdSource(lease.clock(), lease.node());
        this.committed = committed;
    }

    /** @param slot which of the threads that write does it */
    void run(Work<WriteRows, ?> work, int slot) {
        Runnable tell;
        try {
            tell = write(work, slot);
        } catch (Throwable reason) {
            tell = () -> work.fail(reason);
        }
        tell.run();
    }

    private Runnable write(Work<WriteRows, ?> work, int slot) {
        Patience.Wait wait = patience.begin();
        while (true) {
            if (!lease.holds()) {
                throw faults.nodeLost();
            }
            long token = ThreadLocalRandom.current().nextLong();
            Prepared prepared = null;
            try (Connection connection = connections.writer();
                    Sql sql = new Sql(connection, dialect, faults::of)) {
                prepared = prepare(work, connection, sql, token, slot);
                connection.commit();
                committed.run();
                return prepared.tell();
            } catch (SQLException e) {
                if (prepared != null && prepared.marked() && Faults.isBroken(e)) {
                    if (happened(token, slot, e)) {
                        committed.run();
                        return prepared.tell();
                    }
                }
                wait.orThrow(e, faults.of(e));
            } catch (RuntimeException e) {
                wait.orThrow(e, e);
            }
        }
    }

    /**
     * Work that waits for its commit.
     *
     * @param marked whether it has written anything, and so its token
     */
    private record Prepared(Runnable tell, boolean marked) {}

    private Prepared prepare(Work<WriteRows, ?> work, Connection connection, Sql sql, long token, int slot) {
        long begun = System.nanoTime();
        sql.beginWriting();
        LaneThread.enter(sql);
        try {
            JdbcWriteRows rows = new JdbcWriteRows(sql, work.scope(), ids);
            Runnable tell = work.run(rows);
            requireSound(sql, null);
            rows.finish(lease.clock().instant());
            boolean changed = sql.changes() > 0;
            if (changed) {
                sql.update(MARK, to -> to.number(token).number(lease.node()).number(slot));
            }
            requireSound(sql, null);
            if (System.nanoTime() - begun > MOST_NANOS) {
                throw faults.tooLong(null);
            }
            return new Prepared(tell, changed);
        } catch (RuntimeException reason) {
            rollBack(connection, reason);
            requireSound(sql, reason);
            throw reason;
        } catch (Error reason) {
            rollBack(connection, reason);
            throw reason;
        } finally {
            LaneThread.leave();
        }
    }

    /** A fault of the database goes before what the work made of it; one that was caught spoils the transaction all the same. */
    private static void requireSound(Sql sql, @Nullable RuntimeException reason) {
        StoreException fault = sql.fault();
        if (fault != null && fault != reason) {
            if (reason != null) {
                fault.addSuppressed(reason);
            }
            throw fault;
        }
    }

    private static void rollBack(Connection connection, Throwable reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    /** Whether a transaction whose commit was not answered came through; waits for the server. */
    private boolean happened(long token, int slot, SQLException lost) {
        Patience.Wait wait = patience.beginAfter(Duration.ofSeconds(Connections.MOST_WRITE_SECONDS));
        while (true) {
            try (Connection connection = connections.writer();
                    Sql sql = new Sql(connection, dialect, faults::of)) {
                long last = sql.number(ASK, to -> to.number(lease.node()).number(slot));
                connection.rollback();
                return last == token;
            } catch (SQLException | StoreException e) {
                if (!Faults.isPassing(e) || wait.isOver()) {
                    lost.addSuppressed(e);
                    throw faults.undecided(lost);
                }
                wait.rest();
            }
        }
    }
}
