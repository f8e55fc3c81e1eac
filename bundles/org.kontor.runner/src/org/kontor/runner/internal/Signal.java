package org.kontor.runner.internal;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets a loop sleep until its time or until someone calls it. Calls while it is awake are not lost, and count once. */
final class Signal {
    private final Semaphore calls = new Semaphore(0);

    void call() {
        calls.release();
    }

    /**
     * Sleeps.
     *
     * @return true when called, false when the time was over
     */
    boolean await(Duration atMost) throws InterruptedException {
        boolean called = calls.tryAcquire(Math.max(1, atMost.toMillis()), TimeUnit.MILLISECONDS);
        calls.drainPermits();
        return called;
    }
}
