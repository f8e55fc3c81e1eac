package org.kontor.ui.setup.internal.model;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.ProgressMonitorWrapper;
import org.jspecify.annotations.Nullable;

/** How far a check has come, told by its worker and read by the window. */
final class TrailCheck extends ProgressMonitorWrapper {
    private volatile double all;
    private volatile double done;
    private volatile boolean cancelled;

    TrailCheck(IProgressMonitor monitor) {
        super(monitor);
    }

    @Override
    public void beginTask(@Nullable String name, int total) {
        all = total;
        super.beginTask(name, total);
    }

    @Override
    public void worked(int work) {
        internalWorked(work);
    }

    @Override
    public void internalWorked(double work) {
        done += work;
        super.internalWorked(work);
    }

    @Override
    public boolean isCanceled() {
        return cancelled || super.isCanceled();
    }

    void cancel() {
        cancelled = true;
    }

    /** From 0 to 1; negative if nobody knows. */
    double share() {
        return all > 0 ? Math.min(1, done / all) : -1;
    }
}
