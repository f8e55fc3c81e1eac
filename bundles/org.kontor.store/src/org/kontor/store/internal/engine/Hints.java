package org.kontor.store.internal.engine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.kontor.api.store.Store.Registration;

/** Tells listeners that something was committed, on a thread of its own: a slow listener delays only other listeners. */
public final class Hints {
    private static final long CLOSED = -1;

    private final StoreLog log;
    private final List<Consumer<Long>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLong newest = new AtomicLong();
    private final Thread thread = new Thread(this::serve, "kontor-store-hints");

    /** Hints whose failures go to {@code log}. */
    public Hints(StoreLog log) {
        this.log = log;
        thread.setDaemon(true);
    }

    /** Begins to tell. */
    public void start() {
        thread.start();
    }

    /** Adds a listener. */
    public Registration register(Consumer<Long> hint) {
        // A listener registered twice is told twice and let go one by one.
        Consumer<Long> own = hint::accept;
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    /** Tells the newest number of the change feed; one that was told already is not told again. */
    public void committed(long seq) {
        if (newest.getAndSet(seq) != seq) {
            LockSupport.unpark(thread);
        }
    }

    /** Ends the thread. */
    public void close() {
        newest.set(CLOSED);
        LockSupport.unpark(thread);
    }

    private void serve() {
        long told = 0;
        for (long seq = newest.get(); seq != CLOSED; seq = newest.get()) {
            if (seq == told) {
                LockSupport.park(this);
            } else {
                told = seq;
                tell(seq);
            }
        }
    }

    private void tell(long seq) {
        for (Consumer<Long> listener : listeners) {
            try {
                listener.accept(seq);
            } catch (RuntimeException e) {
                log.warn("a listener of the store failed", e);
            }
        }
    }
}
