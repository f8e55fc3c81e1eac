package org.kontor.store.internal.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import org.kontor.api.store.ReadRows;
import org.kontor.store.internal.engine.LaneThread;
import org.kontor.store.internal.engine.Work;
import org.kontor.store.internal.rows.JdbcReadRows;
import org.kontor.store.internal.sql.Dialect;
import org.kontor.store.internal.sql.Sql;

/** Does work that reads, each piece in one REPEATABLE READ transaction. */
final class Reading {
    private final Connections connections;
    private final Dialect dialect;
    private final Faults faults;
    private final Patience patience;

    Reading(Connections connections, Dialect dialect, Faults faults, Patience patience) {
        this.connections = connections;
        this.dialect = dialect;
        this.faults = faults;
        this.patience = patience;
    }

    void run(Work<ReadRows, ?> work) {
        Runnable tell;
        try {
            tell = read(work);
        } catch (Throwable reason) {
            tell = () -> work.fail(reason);
        }
        tell.run();
    }

    private Runnable read(Work<ReadRows, ?> work) {
        Patience.Wait wait = patience.begin();
        while (true) {
            try (Connection connection = connections.reader();
                    Sql sql = new Sql(connection, dialect, faults::of)) {
                // Before the work begins, because that may not be repeatable: whether the connection is any good.
                sql.any("SELECT 1", to -> {});
                return read(work, connection, sql);
            } catch (Begun e) {
                throw e.reason();
            } catch (SQLException e) {
                wait.orThrow(e, faults.of(e));
            } catch (RuntimeException e) {
                wait.orThrow(e, e);
            }
        }
    }

    private static Runnable read(Work<ReadRows, ?> work, Connection connection, Sql sql) {
        LaneThread.enter(sql);
        try {
            return work.run(new JdbcReadRows(sql, work.scope()));
        } catch (RuntimeException e) {
            throw new Begun(e);
        } finally {
            LaneThread.leave();
            end(connection);
        }
    }

    /** Nothing was written, so it does not matter how it ends; the pool looks after a connection that is broken. */
    private static void end(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // The pool has taken it out.
        }
    }

    /** What went wrong after the work had begun. */
    private static final class Begun extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final RuntimeException reason;

        Begun(RuntimeException reason) {
            super(reason);
            this.reason = reason;
        }

        RuntimeException reason() {
            return reason;
        }
    }
}
