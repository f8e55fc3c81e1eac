package org.kontor.ui.common.work;

import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.jspecify.annotations.Nullable;

/**
 * Runs what may wait for disk or network in a job, with progress and cancel, and brings its result back to the UI thread; a
 * service. What a task throws reaches the error log; it is told to the caller as well if he asks. May be called on any
 * thread.
 *
 * @since 0.1
 */
public interface Work {
    /** What is to be done away from the UI thread. */
    @FunctionalInterface
    interface Task<T extends @Nullable Object> {
        /**
         * Does it. Long ones report progress and look at {@code monitor.isCanceled()}.
         *
         * @throws Exception whatever went wrong; an {@code OperationCanceledException} if it was cancelled
         */
        T run(IProgressMonitor monitor) throws Exception;
    }

    /**
     * Does {@code task}, then gives its result to {@code ui} on the UI thread, unless it was cancelled. It is shown in the
     * progress view.
     *
     * @param name said in the progress view, in the user's language
     * @param family what {@code Job.getJobManager().find} and {@code join} find it by
     */
    <T extends @Nullable Object> Job run(String name, Object family, Task<T> task, Consumer<? super T> ui);

    /**
     * The same, and {@code failed} is told on the UI thread what the task threw, besides the error log.
     */
    <T extends @Nullable Object> Job run(
            String name, Object family, Task<T> task, Consumer<? super T> ui, Consumer<? super Throwable> failed);

    /**
     * A lane in which only the newest task counts, such as loading what is selected: a new one cancels the one before, and
     * only the newest brings its result back. It is not shown in the progress view.
     */
    Lane lane(String name, Object family);

    /** Where only the newest task counts. */
    interface Lane {
        /** Does {@code task} instead of the one before. */
        <T extends @Nullable Object> void run(Task<T> task, Consumer<? super T> ui);

        /** The same, and {@code failed} is told on the UI thread what the task threw. */
        <T extends @Nullable Object> void run(Task<T> task, Consumer<? super T> ui, Consumer<? super Throwable> failed);

        /** Cancels what runs; its result is dropped. */
        void cancel();
    }
}
