package org.kontor.ui.common.internal;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.common.work.Work;
import org.osgi.service.component.annotations.Component;

/** Runs work as Eclipse jobs. A failed status of a job reaches the platform's log by itself, and so our error log. */
@Component
public final class JobWork implements Work {
    private static final Consumer<Throwable> LOG_ONLY = fault -> {};

    private @Nullable Display seen;

    /**
     * The display of the window. The one seen first stays the one: asked after the window is gone, SWT would open another
     * on a worker's thread.
     */
    private synchronized Display display() {
        Display here = Display.getCurrent();
        Display known = seen;
        if (known == null || known.isDisposed() && here != null) {
            known = here != null ? here : Display.getDefault();
            seen = known;
        }
        return known;
    }

    @Override
    public <T extends @Nullable Object> Job run(String name, Object family, Task<T> task, Consumer<? super T> ui) {
        return run(name, family, task, ui, LOG_ONLY);
    }

    @Override
    public <T extends @Nullable Object> Job run(
            String name, Object family, Task<T> task, Consumer<? super T> ui, Consumer<? super Throwable> failed) {
        Job job = new TaskJob<>(name, family, task, ui, failed, () -> true);
        job.schedule();
        return job;
    }

    @Override
    public Lane lane(String name, Object family) {
        return new JobLane(name, family);
    }

    private final class JobLane implements Lane {
        private final String name;
        private final Object family;
        private final AtomicReference<@Nullable Job> newest = new AtomicReference<>();

        JobLane(String name, Object family) {
            this.name = name;
            this.family = family;
        }

        @Override
        public <T extends @Nullable Object> void run(Task<T> task, Consumer<? super T> ui) {
            run(task, ui, LOG_ONLY);
        }

        @Override
        public <T extends @Nullable Object> void run(
                Task<T> task, Consumer<? super T> ui, Consumer<? super Throwable> failed) {
            AtomicReference<@Nullable Job> self = new AtomicReference<>();
            Job job = new TaskJob<>(name, family, task, ui, failed, () -> newest.get() == self.get());
            self.set(job);
            job.setSystem(true);
            replace(job);
            job.schedule();
        }

        @Override
        public void cancel() {
            replace(null);
        }

        private void replace(@Nullable Job job) {
            Job before = newest.getAndSet(job);
            if (before != null) {
                before.cancel();
            }
        }
    }

    private final class TaskJob<T extends @Nullable Object> extends Job {
        private final Object family;
        private final Task<T> task;
        private final Consumer<? super T> ui;
        private final Consumer<? super Throwable> failed;
        private final BooleanSupplier wanted;

        TaskJob(
                String name,
                Object family,
                Task<T> task,
                Consumer<? super T> ui,
                Consumer<? super Throwable> failed,
                BooleanSupplier wanted) {
            super(name);
            this.family = family;
            this.task = task;
            this.ui = ui;
            this.failed = failed;
            this.wanted = wanted;
        }

        @Override
        public boolean belongsTo(@Nullable Object other) {
            return family.equals(other);
        }

        // Whatever the task throws is this job's result: catching all is the point of the edge.
        @Override
        protected IStatus run(@Nullable IProgressMonitor given) {
            IProgressMonitor monitor = IProgressMonitor.nullSafe(given);
            try {
                T result = task.run(monitor);
                deliver(monitor, () -> ui.accept(result));
                return monitor.isCanceled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
            } catch (Exception | LinkageError e) {
                if (e instanceof OperationCanceledException) {
                    return Status.CANCEL_STATUS;
                }
                deliver(monitor, () -> failed.accept(e));
                // A cancelled task may well fall over what was taken from under it.
                return monitor.isCanceled()
                        ? Status.CANCEL_STATUS
                        : new Status(IStatus.ERROR, JobWork.class, getName(), e);
            }
        }

        private void deliver(IProgressMonitor monitor, Runnable runnable) {
            Display display = display();
            if (!display.isDisposed() && !monitor.isCanceled()) {
                display.asyncExec(() -> {
                    if (!monitor.isCanceled() && wanted.getAsBoolean()) {
                        runnable.run();
                    }
                });
            }
        }
    }
}
