package org.kontor.ui.plugins.internal.model;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.ProgressMonitorWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Hands progress on and keeps in mind how far it is, for the strip in the perspective. Written by the job, read by the window. The
 * names of steps are left out: p2 says them in English only.
 */
final class Watch extends ProgressMonitorWrapper {
    private volatile double total;
    private volatile double done;
    private volatile boolean cancelled;

    Watch(IProgressMonitor monitor) {
        super(monitor);
    }

    /** From 0 to 1; negative while nobody knows. */
    double share() {
        return total <= 0 ? -1 : Math.clamp(done / total, 0, 1);
    }

    /**
     * Asks the work to end. The job itself is not cancelled: what a cancelled job comes to would be dropped, but here it is to
     * be read what is installed.
     */
    @Override
    public void setCanceled(boolean now) {
        cancelled = now;
    }

    @Override
    public boolean isCanceled() {
        return cancelled || super.isCanceled();
    }

    @Override
    public void beginTask(@Nullable String name, int totalWork) {
        total = totalWork;
        super.beginTask(name, totalWork);
    }

    @Override
    public void worked(int work) {
        done += work;
        super.worked(work);
    }

    @Override
    public void internalWorked(double work) {
        done += work;
        super.internalWorked(work);
    }
}
