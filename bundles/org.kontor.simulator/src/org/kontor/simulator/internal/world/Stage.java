package org.kontor.simulator.internal.world;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Lets things happen later, one after the other; nothing happens while it is paused. */
final class Stage implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("org.kontor.simulator");

    private final ScheduledExecutorService executor;
    private final double speed;
    private boolean paused;
    private volatile boolean closed;

    Stage(double speed) {
        this.speed = speed;
        executor = Executors.newSingleThreadScheduledExecutor(
                work -> Thread.ofPlatform().name("simulator-script").daemon().unstarted(work));
    }

    /** Something happens after so many seconds of the customers' time. */
    void later(double seconds, Runnable act) {
        after(Duration.ofMillis((long) (seconds * 1000 / speed)), act);
    }

    /** Something happens after that time on the clock. */
    void after(Duration delay, Runnable act) {
        if (!closed) {
            executor.schedule(() -> perform(act), Math.max(0, delay.toMillis()), TimeUnit.MILLISECONDS);
        }
    }

    private void perform(Runnable act) {
        try {
            if (awaitResumed()) {
                act.run();
            }
        } catch (RuntimeException e) {
            // the script goes on; what cannot be written because its post was deleted is not written
            LOG.log(closed ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING, "An act of the script failed", e);
        }
    }

    private synchronized boolean awaitResumed() {
        try {
            while (paused && !closed) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        return !closed;
    }

    synchronized void pause() {
        paused = true;
    }

    synchronized void resume() {
        paused = false;
        notifyAll();
    }

    /** Nothing happens any more; waits until what is happening has ended. */
    @Override
    public void close() {
        closed = true;
        resume();
        executor.shutdownNow();
        try {
            executor.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
