package org.kontor.ui.escalation.internal.model;

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
        return new Lane() {
            @Override
            public <T> void run(Task<T> task, Consumer<? super T> ui) {
                HandWork.this.run(name, family, task, ui);
            }

            @Override
            public <T> void run(Task<T> task, Consumer<? super T> ui, Consumer<? super Throwable> failed) {
                HandWork.this.run(name, family, task, ui, failed);
            }

            @Override
            public void cancel() {
                waiting.clear();
            }
        };
    }
}
