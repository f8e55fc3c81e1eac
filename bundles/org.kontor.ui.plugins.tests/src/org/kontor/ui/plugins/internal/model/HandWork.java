package org.kontor.ui.plugins.internal.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.kontor.ui.common.work.Work;

/** Work that waits until the test lets it be done. */
final class HandWork implements Work {
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    /** Does what was asked for, and what that asks for. */
    void doAll() {
        while (!waiting.isEmpty()) {
            waiting.removeFirst().run();
        }
    }

    int waiting() {
        return waiting.size();
    }

    @Override
    public <T> Job run(String name, Object family, Task<T> task, Consumer<? super T> ui) {
        return run(name, family, task, ui, fault -> {
            throw new AssertionError(fault);
        });
    }

    @Override
    public <T> Job run(
            String name, Object family, Task<T> task, Consumer<? super T> ui, Consumer<? super Throwable> failed) {
        waiting.addLast(() -> {
            T result;
            try {
                result = task.run(new NullProgressMonitor());
            } catch (Exception e) {
                failed.accept(e);
                return;
            }
            ui.accept(result);
        });
        return Job.create(name, monitor -> Status.OK_STATUS);
    }

    @Override
    public Lane lane(String name, Object family) {
        throw new UnsupportedOperationException();
    }
}
