package org.kontor.store.internal.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiConsumer;
import org.kontor.store.internal.engine.LaneThread;
import org.kontor.store.internal.engine.StoreLog;
import org.kontor.store.internal.engine.Work;

/**
 * Threads that do work from one queue, so that a caller's interrupt breaks no connection and no more connections are used than
 * there are threads.
 *
 * @param <R> the rows that the work uses
 */
final class Lanes<R> {
    private final StoreLog log;
    private final BiConsumer<Work<R, ?>, Integer> how;
    /** An empty entry ends one thread. */
    private final BlockingQueue<Optional<Work<R, ?>>> queue = new LinkedBlockingQueue<>();

    private final List<Thread> threads = new ArrayList<>();

    /** @param how does a piece of work and tells what became of it; gets the number of its thread, from 0 */
    Lanes(Object store, String name, int count, StoreLog log, BiConsumer<Work<R, ?>, Integer> how) {
        this.log = log;
        this.how = how;
        for (int i = 0; i < count; i++) {
            int number = i;
            threads.add(new LaneThread(store, name + "-" + (i + 1), () -> serve(number)));
        }
    }

    void start() {
        threads.forEach(Thread::start);
    }

    void submit(Work<R, ?> work) {
        queue.add(Optional.of(work));
    }

    /** Lets them do what was asked for, and ends them. */
    void close() throws InterruptedException {
        threads.forEach(thread -> queue.add(Optional.empty()));
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void serve(int number) {
        for (Optional<Work<R, ?>> next = take(); next.isPresent(); next = take()) {
            how.accept(next.get(), number);
        }
    }

    private Optional<Work<R, ?>> take() {
        while (true) {
            try {
                return queue.take();
            } catch (InterruptedException e) {
                // Nobody who may interrupts a lane; it ends by an empty entry only.
                log.warn("a thread of the team store was interrupted", e);
            }
        }
    }
}
