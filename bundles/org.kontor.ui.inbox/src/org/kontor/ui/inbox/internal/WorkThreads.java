package org.kontor.ui.inbox.internal;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.swt.widgets.Display;
import org.jspecify.annotations.Nullable;
import org.kontor.api.store.StoreException;
import org.kontor.ui.common.work.Work;
import org.kontor.ui.inbox.internal.model.Threads;

/**
 * Runs the models' work in jobs that the progress view does not show: the inbox reads every second. A store that cannot be
 * read is told to the model, which says so in the window; everything else that is thrown reaches the error log as well.
 */
public final class WorkThreads implements Threads {
    /** Family of all jobs of the inbox. */
    public static final Object FAMILY = WorkThreads.class;

    private final Work work;
    private final Display display;

    public WorkThreads(Work work, Display display) {
        this.work = work;
        this.display = display;
    }

    @Override
    public <T extends @Nullable Object> Task work(
            String name, Supplier<T> task, Consumer<? super T> done, Consumer<RuntimeException> failed) {
        Work.Lane lane = work.lane("inbox " + name, FAMILY);
        lane.<Runnable>run(
                monitor -> run(task, done, failed),
                Runnable::run,
                fault -> failed.accept(
                        fault instanceof RuntimeException runtime ? runtime : new IllegalStateException(fault)));
        return lane::cancel;
    }

    /** Does the work and says what is to be told. */
    private static <T extends @Nullable Object> Runnable run(
            Supplier<T> task, Consumer<? super T> done, Consumer<RuntimeException> failed) {
        try {
            T result = task.get();
            return () -> done.accept(result);
        } catch (StoreException fault) {
            return () -> failed.accept(fault);
        }
    }

    @Override
    public Task later(Duration delay, Runnable task) {
        AtomicBoolean cancelled = new AtomicBoolean();
        Runnable guarded = () -> {
            if (!cancelled.get()) {
                task.run();
            }
        };
        display.timerExec((int) delay.toMillis(), guarded);
        return () -> cancelled.set(true);
    }

    @Override
    public void ui(Runnable task) {
        if (!display.isDisposed()) {
            display.asyncExec(task);
        }
    }
}
