package org.kontor.app.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TasksTest {
    private final Tasks tasks = new Tasks();

    @AfterEach
    void close() {
        tasks.close();
    }

    @Test
    void aRunningJobShowsItsProgressAndCanBeStopped() throws InterruptedException {
        CountDownLatch half = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        ICoreRunnable work = monitor -> {
            SubMonitor steps = SubMonitor.convert(monitor, "Import", 100);
            steps.subTask("second file");
            steps.worked(50);
            half.countDown();
            while (!monitor.isCanceled()) {
                Thread.onSpinWait();
            }
            stopped.countDown();
        };
        Job job = Job.create("Import of a mailbox", work);
        job.schedule();
        assertThat(half.await(20, TimeUnit.SECONDS)).isTrue();

        Tasks.Task task = tasks.running().get(0);
        assertThat(task.name()).isEqualTo("Import of a mailbox");
        assertThat(task.step()).isEqualTo("second file");
        assertThat(task.share()).isEqualTo(0.5);

        tasks.cancel(task.id());
        assertThat(stopped.await(20, TimeUnit.SECONDS)).isTrue();
        job.join();
        assertThat(tasks.running()).isEmpty();
    }

    @Test
    void jobsOfTheSystemStayOutOfSight() throws InterruptedException {
        CountDownLatch seen = new CountDownLatch(1);
        Job job = Job.create("quiet", (ICoreRunnable) monitor -> {
            assertThat(tasks.running()).isEmpty();
            seen.countDown();
        });
        job.setSystem(true);
        job.schedule();
        job.join();
        assertThat(seen.await(20, TimeUnit.SECONDS)).isTrue();
    }
}
