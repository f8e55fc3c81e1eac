package org.kontor.store.internal.engine;

import org.jspecify.annotations.Nullable;
import org.kontor.store.internal.sql.Sql;

/**
 * A platform thread that works on connections. Not a virtual one: JNI pins those, and an interrupt closes the socket on which
 * they wait.
 */
public final class LaneThread extends Thread {
    private final Object store;
    private @Nullable Sql busy;

    /** A thread that works for {@code store}. */
    public LaneThread(Object store, String name, Runnable work) {
        super(work, name);
        this.store = store;
        setDaemon(true);
    }

    /** The lane of {@code store} that the caller is on; null where it is on none. */
    public static @Nullable LaneThread current(Object store) {
        return Thread.currentThread() instanceof LaneThread lane && lane.store == store ? lane : null;
    }

    /** Notes that the caller's thread is within a transaction. */
    public static void enter(Sql sql) {
        if (Thread.currentThread() instanceof LaneThread lane) {
            lane.busy = sql;
        }
    }

    /** Notes that the caller's thread is out of its transaction. */
    public static void leave() {
        if (Thread.currentThread() instanceof LaneThread lane) {
            lane.busy = null;
        }
    }

    /** The connection in whose transaction this thread is; null while it is in none. */
    public @Nullable Sql busy() {
        return busy;
    }
}
