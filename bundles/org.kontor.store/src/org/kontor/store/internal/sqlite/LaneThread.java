package org.kontor.store.internal.sqlite;

import org.jspecify.annotations.Nullable;
import org.kontor.store.internal.sql.Sql;

/** A platform thread that owns a connection: JNI pins virtual threads, and a connection belongs to one thread. */
final class LaneThread extends Thread {
    private final Object store;
    private @Nullable Sql busy;
    private boolean writing;

    LaneThread(Object store, String name, Runnable work) {
        super(work, name);
        this.store = store;
        setDaemon(true);
    }

    /** The lane of {@code store} that the caller is on; null where it is on none. */
    static @Nullable LaneThread current(Object store) {
        return Thread.currentThread() instanceof LaneThread lane && lane.store == store ? lane : null;
    }

    /** Notes that the caller's thread is within a transaction. */
    static void enter(Sql sql, boolean writing) {
        if (Thread.currentThread() instanceof LaneThread lane) {
            lane.busy = sql;
            lane.writing = writing;
        }
    }

    /** Notes that the caller's thread is out of its transaction. */
    static void leave() {
        if (Thread.currentThread() instanceof LaneThread lane) {
            lane.busy = null;
            lane.writing = false;
        }
    }

    /** The connection in whose transaction this thread is; null while it is in none. */
    @Nullable
    Sql busy() {
        return busy;
    }

    /** Whether that transaction writes. */
    boolean writing() {
        return writing;
    }
}
