package org.kontor.ui.inbox.internal.model;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where a view model's work runs: what waits on workers, what the views see on the UI thread. */
public interface Threads {
    /**
     * Runs {@code work} on a worker and hands its outcome to the UI thread.
     *
     * @param name for whoever watches the work, in the user's language
     * @param done called on the UI thread with the result, unless the task was cancelled
     * @param failed called on the UI thread with what was thrown, unless the task was cancelled
     */
    <T extends @Nullable Object> Task work(
            String name, Supplier<T> work, Consumer<? super T> done, Consumer<RuntimeException> failed);

    /** Runs {@code task} once on the UI thread, after {@code delay}. */
    Task later(Duration delay, Runnable task);

    /** Runs {@code task} on the UI thread after what it does now; may be called there only. */
    default Task soon(Runnable task) {
        boolean[] cancelled = new boolean[1];
        ui(() -> {
            if (!cancelled[0]) {
                task.run();
            }
        });
        return () -> cancelled[0] = true;
    }

    /** Runs {@code task} soon on the UI thread; may be called anywhere. */
    void ui(Runnable task);

    /** Work that was begun. */
    interface Task {
        /** Takes care that neither {@code done} nor {@code failed} is called any more; the work itself may run on. */
        void cancel();
    }
}
