package org.kontor.app.internal.model;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.IJobChangeListener;
import org.eclipse.core.runtime.jobs.IJobManager;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.core.runtime.jobs.ProgressProvider;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** What is being worked on: every job that is not the system's own, with its progress. Safe for use by several threads. */
@Component(service = Tasks.class, immediate = true)
public final class Tasks {
    /**
     * A piece of work.
     *
     * @param step what it is doing; may be empty
     * @param share done, from 0 to 1; negative if nobody knows
     * @param cancelled whether it was asked to stop
     */
    public record Task(long id, String name, String step, double share, boolean cancelled) {}

    private final IJobManager manager;
    private final Map<Job, Watch> running = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLong ids = new AtomicLong();
    private final IJobChangeListener changes = new Changes();

    /** Watches the jobs of this process. */
    @Activate
    public Tasks() {
        this(Job.getJobManager());
    }

    Tasks(IJobManager manager) {
        this.manager = manager;
        manager.addJobChangeListener(changes);
        manager.setProgressProvider(new Provider());
    }

    @Deactivate
    void close() {
        manager.removeJobChangeListener(changes);
        manager.setProgressProvider(null);
    }

    /** What runs now, oldest first. */
    public List<Task> running() {
        return running.values().stream()
                .map(Watch::task)
                .sorted(java.util.Comparator.comparingLong(Task::id))
                .toList();
    }

    /** Asks a piece of work to stop. */
    public void cancel(long id) {
        Collection<Map.Entry<Job, Watch>> all = running.entrySet();
        all.stream().filter(each -> each.getValue().id == id).forEach(each -> {
            each.getKey().cancel();
            told();
        });
    }

    /**
     * Tells when something began, moved on or ended; often, and on any thread.
     *
     * @return takes the listener off again
     */
    public Runnable onChange(Runnable listener) {
        Runnable own = listener::run;
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    private void told() {
        listeners.forEach(Runnable::run);
    }

    private Watch watch(Job job) {
        return running.computeIfAbsent(job, each -> new Watch(ids.incrementAndGet(), each.getName()));
    }

    private final class Changes extends JobChangeAdapter {
        @Override
        public void running(@Nullable IJobChangeEvent event) {
            if (event != null && !event.getJob().isSystem()) {
                watch(event.getJob());
                told();
            }
        }

        @Override
        public void done(@Nullable IJobChangeEvent event) {
            if (event != null && running.remove(event.getJob()) != null) {
                told();
            }
        }
    }

    private final class Provider extends ProgressProvider {
        @Override
        public IProgressMonitor createMonitor(@Nullable Job job) {
            return job == null || job.isSystem() ? new NullProgressMonitor() : watch(job);
        }
    }

    /** The monitor that a job is given. */
    private final class Watch extends NullProgressMonitor {
        private final long id;
        private final String name;
        private volatile String step = "";
        private volatile int total;
        private double done;

        Watch(long id, String name) {
            this.id = id;
            this.name = name;
        }

        synchronized Task task() {
            double share = total <= 0 ? -1 : Math.clamp(done / total, 0, 1);
            return new Task(id, name, step, share, isCanceled());
        }

        @Override
        public void beginTask(@Nullable String task, int totalWork) {
            synchronized (this) {
                total = totalWork;
                done = 0;
            }
            setTaskName(task);
        }

        @Override
        public void setTaskName(@Nullable String task) {
            step = task == null || task.equals(name) ? "" : task;
            told();
        }

        @Override
        public void subTask(@Nullable String task) {
            step = task == null ? "" : task;
            told();
        }

        @Override
        public void worked(int work) {
            internalWorked(work);
        }

        @Override
        public void internalWorked(double work) {
            synchronized (this) {
                done += work;
            }
            told();
        }
    }
}
