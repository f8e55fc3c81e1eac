package org.kontor.ui.plugins.internal.model;

import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.jobs.Job;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.common.work.Work;

/** The one thing that is being done, with its progress. Belongs to the UI thread. */
final class Errand {
    private final Work work;
    private @Nullable Job job;
    /** Set by the job. */
    private volatile @Nullable Watch watch;

    private String doing = "";

    Errand(Work work) {
        this.work = work;
    }

    /** What is being done; empty if nothing is. */
    String doing() {
        return doing;
    }

    boolean idle() {
        return doing.isEmpty();
    }

    /** How far it is, from 0 to 1; negative while nobody knows. */
    double share() {
        Watch running = watch;
        return running == null ? -1 : running.share();
    }

    void cancel() {
        Watch running = watch;
        if (running != null) {
            running.setCanceled(true);
        }
    }

    /** Whether it was cancelled as a job, in the progress view: then nobody brings what it came to. It is over then. */
    boolean dropped() {
        Job running = job;
        IStatus result = running == null ? null : running.getResult();
        if (result == null || !result.matches(IStatus.CANCEL)) {
            return false;
        }
        end();
        return true;
    }

    /** Does something in a job; what it came to is told when it is over. */
    <T> void begin(String name, Function<IProgressMonitor, T> task, Consumer<T> then, Consumer<Throwable> failed) {
        doing = name;
        job = work.run(
                name,
                PluginServices.FAMILY,
                monitor -> {
                    Watch watched = new Watch(monitor);
                    watch = watched;
                    return task.apply(watched);
                },
                result -> {
                    end();
                    then.accept(result);
                },
                fault -> {
                    end();
                    failed.accept(fault);
                });
    }

    private void end() {
        doing = "";
        job = null;
        watch = null;
    }
}
