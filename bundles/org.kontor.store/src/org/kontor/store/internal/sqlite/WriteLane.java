package org.kontor.store.internal.sqlite;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.kontor.api.id.IdSource;
import org.kontor.api.store.StoreException;
import org.kontor.api.store.WriteRows;
import org.kontor.store.internal.engine.LaneThread;
import org.kontor.store.internal.engine.Work;
import org.kontor.store.internal.rows.JdbcWriteRows;
import org.kontor.store.internal.sql.Sql;

/**
 * The one thread that writes. What waits at the same time is committed together, each piece in a savepoint of its own, so
 * that many small writes share the one wait for the disk.
 */
final class WriteLane {
    private static final int MOST_TOGETHER = 64;
    /** Work that has gone on this long is committed before the next piece begins. */
    private static final long LONG_ENOUGH_NANOS = 100_000_000;

    /** A piece of work that is done but not yet durable. */
    private record Done(Work<WriteRows, ?> work, Runnable tell) {}

    private final EmbeddedStore store;
    private final Sql sql;
    private final IdSource ids;
    /** An empty entry ends the thread. */
    private final BlockingQueue<Optional<Work<WriteRows, ?>>> queue = new LinkedBlockingQueue<>();

    private final Thread thread;

    WriteLane(EmbeddedStore store, Sql sql, IdSource ids) {
        this.store = store;
        this.sql = sql;
        this.ids = ids;
        this.thread = new LaneThread(store, "kontor-store-write", this::serve);
    }

    void start() {
        thread.start();
    }

    void submit(Work<WriteRows, ?> work) {
        queue.add(Optional.of(work));
    }

    void close() throws InterruptedException {
        queue.add(Optional.empty());
        thread.join();
    }

    private void serve() {
        sql.adopt();
        try {
            boolean open = true;
            while (open) {
                Deque<Work<WriteRows, ?>> waiting = new ArrayDeque<>();
                open = take(waiting);
                while (!waiting.isEmpty()) {
                    commit(waiting);
                    store.committed(sql);
                }
            }
        } finally {
            store.closeQuietly(sql);
        }
    }

    /** Takes what waits, at least one; returns whether more may come. */
    private boolean take(Deque<Work<WriteRows, ?>> waiting) {
        try {
            Optional<Work<WriteRows, ?>> next = queue.take();
            while (next.isPresent()) {
                waiting.add(next.get());
                if (waiting.size() == MOST_TOGETHER || queue.isEmpty()) {
                    return true;
                }
                next = queue.take();
            }
            return false;
        } catch (InterruptedException e) {
            // Nobody who may interrupts a lane; it ends by an empty entry only.
            store.log().warn("the writing thread of the store was interrupted", e);
            return true;
        }
    }

    /** Commits some of what waits, and takes it away. */
    private void commit(Deque<Work<WriteRows, ?>> waiting) {
        if (waiting.size() == 1) {
            alone(waiting.remove());
            return;
        }
        List<Done> done = new ArrayList<>();
        List<Work<WriteRows, ?>> tried = new ArrayList<>();
        boolean whole = true;
        try {
            store.requireSound();
            sql.run("BEGIN IMMEDIATE");
            long begun = System.nanoTime();
            while (whole && !waiting.isEmpty() && System.nanoTime() - begun < LONG_ENOUGH_NANOS) {
                Work<WriteRows, ?> work = waiting.remove();
                tried.add(work);
                whole = within(work, done, tried);
            }
            if (whole) {
                sql.run("COMMIT");
            }
        } catch (StoreException e) {
            whole = false;
        }
        if (whole) {
            done.forEach(piece -> piece.tell().run());
        } else {
            // One of them spoils it for all: each gets a transaction of its own and the fault that is its own.
            endFailed();
            tried.forEach(this::alone);
            if (tried.isEmpty()) {
                alone(waiting.remove());
            }
        }
    }

    /** Runs one piece in a savepoint; returns false if the whole transaction is lost. */
    private boolean within(Work<WriteRows, ?> work, List<Done> done, List<Work<WriteRows, ?>> tried) {
        sql.run("SAVEPOINT piece");
        try {
            done.add(new Done(work, perform(work)));
            sql.run("RELEASE piece");
            return true;
        } catch (Throwable reason) {
            if (sql.fault() != null) {
                return false;
            }
            sql.run("ROLLBACK TO piece");
            sql.run("RELEASE piece");
            tried.remove(work);
            work.fail(reason);
            return true;
        }
    }

    private void alone(Work<WriteRows, ?> work) {
        try {
            store.requireSound();
            sql.run("BEGIN IMMEDIATE");
            Runnable tell = perform(work);
            sql.run("COMMIT");
            tell.run();
        } catch (Throwable reason) {
            StoreException fault = sql.fault();
            endFailed();
            // A fault of the database goes before what the work made of it.
            if (fault != null && fault != reason && reason instanceof Exception) {
                fault.addSuppressed(reason);
                work.fail(fault);
            } else {
                work.fail(reason);
            }
        }
    }

    private Runnable perform(Work<WriteRows, ?> work) {
        JdbcWriteRows rows = new JdbcWriteRows(sql, work.scope(), ids);
        LaneThread.enter(sql);
        try {
            Runnable tell = work.run(rows);
            rows.finish(store.now());
            StoreException fault = sql.fault();
            if (fault != null) {
                // The work caught it, but what it wrote is not whole.
                throw fault;
            }
            return tell;
        } finally {
            LaneThread.leave();
        }
    }

    private void endFailed() {
        store.noteFault(sql.fault());
        try {
            sql.rollBack();
        } catch (SQLException e) {
            store.log().warn("a transaction could not be rolled back", e);
        }
        sql.forget();
    }
}
