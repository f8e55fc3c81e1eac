package org.kontor.store.internal.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.kontor.api.store.ReadRows;
import org.kontor.store.internal.engine.LaneThread;
import org.kontor.store.internal.engine.Work;
import org.kontor.store.internal.rows.JdbcReadRows;
import org.kontor.store.internal.sql.Sql;

/** The threads that read, each with a read-only connection of its own, fed from one queue. */
final class ReadLanes {
    private final EmbeddedStore store;
    /** An empty entry ends one thread. */
    private final BlockingQueue<Optional<Work<ReadRows, ?>>> queue = new LinkedBlockingQueue<>();

    private final List<Thread> threads = new ArrayList<>();

    ReadLanes(EmbeddedStore store, int count) {
        this.store = store;
        for (int i = 1; i <= count; i++) {
            threads.add(new LaneThread(store, "kontor-store-read-" + i, this::serve));
        }
    }

    void start() {
        threads.forEach(Thread::start);
    }

    void submit(Work<ReadRows, ?> work) {
        queue.add(Optional.of(work));
    }

    void close() throws InterruptedException {
        threads.forEach(thread -> queue.add(Optional.empty()));
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void serve() {
        Sql sql = null;
        try {
            for (Optional<Work<ReadRows, ?>> next = take(); next.isPresent(); next = take()) {
                sql = serve(next.get(), sql);
            }
        } finally {
            store.closeQuietly(sql);
        }
    }

    private Optional<Work<ReadRows, ?>> take() {
        while (true) {
            try {
                return queue.take();
            } catch (InterruptedException e) {
                // Nobody who may interrupts a lane; it ends by an empty entry only.
                store.log().warn("a reading thread of the store was interrupted", e);
            }
        }
    }

    /** Runs one piece of work; returns the connection for the next. */
    private @Nullable Sql serve(Work<ReadRows, ?> work, @Nullable Sql open) {
        Sql sql = open;
        Runnable done;
        try {
            if (sql == null) {
                sql = store.openReader();
            }
            sql.run("BEGIN");
            LaneThread.enter(sql);
            done = work.run(new JdbcReadRows(sql, work.scope()));
        } catch (Throwable reason) {
            done = () -> work.fail(reason);
        } finally {
            LaneThread.leave();
        }
        sql = end(sql);
        done.run();
        return sql;
    }

    private @Nullable Sql end(@Nullable Sql sql) {
        if (sql == null) {
            return null;
        }
        boolean failed = sql.fault() != null;
        store.noteFault(sql.fault());
        try {
            sql.rollBack();
            sql.forget();
        } catch (SQLException e) {
            failed = true;
        }
        if (failed) {
            // A connection that had a fault is not used again.
            store.closeQuietly(sql);
            return null;
        }
        return sql;
    }
}
