package org.kontor.store.internal.sqlite;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.kontor.api.store.StoreException;
import org.kontor.store.internal.engine.LaneThread;
import org.kontor.store.internal.sql.Sql;

/**
 * Moves SQLite's log into the database beside the writing, so that no commit pays for it. Only when the log has grown long
 * although most of it is moved, because somebody always reads or writes, the writer waits a moment for it to begin anew.
 */
final class Checkpoints {
    /** Pages of the log that are not yet in the database when moving is worth it. */
    private static final long WORTH_MOVING = 1_000;
    /** Pages of the log when it has to begin anew. */
    private static final long TOO_LONG = 16_000;

    private static final long NONE = -1;

    private final EmbeddedStore store;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final AtomicBoolean restart = new AtomicBoolean();
    private final LaneThread thread;
    private volatile boolean closed;
    private long restartedAt;

    Checkpoints(EmbeddedStore store) {
        this.store = store;
        this.thread = new LaneThread(store, "kontor-store-checkpoint", this::serve);
    }

    void start() {
        thread.start();
    }

    /** Something was committed; on the writing thread. */
    void wanted(Sql writer) {
        if (restart.getAndSet(false)) {
            checkpoint(writer, "RESTART");
        }
        if (!asked.getAndSet(true)) {
            LockSupport.unpark(thread);
        }
    }

    void close() throws InterruptedException {
        closed = true;
        LockSupport.unpark(thread);
        thread.join();
    }

    private void serve() {
        Sql sql = null;
        try {
            while (!closed) {
                if (asked.getAndSet(false)) {
                    if (sql == null) {
                        sql = store.openCheckpointer();
                    }
                    move(sql);
                } else {
                    LockSupport.park(this);
                }
            }
        } catch (StoreException e) {
            store.noteFault(e);
            store.log().warn("the log is no longer moved into the database", e);
        } finally {
            store.closeQuietly(sql);
        }
    }

    private void move(Sql sql) {
        long[] state = checkpoint(sql, "NOOP");
        if (state[1] - Math.max(0, state[2]) >= WORTH_MOVING) {
            state = checkpoint(sql, "PASSIVE");
        }
        if (state[1] < restartedAt) {
            restartedAt = 0;
        }
        if (state[1] - restartedAt > TOO_LONG) {
            restartedAt = state[1];
            restart.set(true);
        }
    }

    /** Whether it was busy, pages in the log, pages of it in the database. */
    private long[] checkpoint(Sql sql, String mode) {
        long[] state = {0, NONE, NONE};
        try {
            sql.each("PRAGMA wal_checkpoint(" + mode + ")", to -> {}, row -> {
                for (int i = 0; i < state.length; i++) {
                    state[i] = row.number();
                }
                return false;
            });
        } catch (StoreException e) {
            sql.forget();
            store.noteFault(e);
            if (e.kind() != StoreException.Kind.LOCKED) {
                store.log().warn("the log could not be moved into the database", e);
            }
        }
        return state;
    }
}
