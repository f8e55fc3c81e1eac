package org.kontor.guard.internal.call;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.ScopeException;
import org.kontor.api.plugin.FloodException;
import org.kontor.api.plugin.Guard;
import org.kontor.api.plugin.Trouble;

/** One call of a contribution, on whatever thread runs it. Its monitor is its own: a contribution cannot cancel its caller. */
final class Attempt<S, T> implements Runnable {
    /** What it came to. */
    sealed interface End<T> {
        record Answer<T>(T value) implements End<T> {}

        record Fault<T>(Trouble.Reason reason, String detail, Traced trace) implements End<T> {}
    }

    private static final int MOST_DETAIL = 200;

    private final S service;
    private final Guard.Call<S, T> call;
    private final Runnable ended;
    private final long limitNanos;
    private final IProgressMonitor monitor = new NullProgressMonitor();
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile @Nullable End<T> end;
    private volatile long deadline;
    private @Nullable Thread thread;
    private boolean stopped;

    /**
     * @param limit how long it may take once it has begun
     * @param ended called when the contribution has returned, however late
     */
    Attempt(S service, Guard.Call<S, T> call, Duration limit, Runnable ended) {
        this.service = service;
        this.call = call;
        this.limitNanos = limit.toNanos();
        this.ended = ended;
    }

    @Override
    public void run() {
        End<T> came = new End.Fault<>(Trouble.Reason.THREW, "it was cancelled", new Traced("it was cancelled"));
        if (begin(Thread.currentThread())) {
            try {
                T value = call.on(service, monitor);
                came = value == null
                        ? new End.Fault<>(Trouble.Reason.THREW, "it answered null", new Traced("it answered null"))
                        : new End.Answer<>(value);
            } catch (Throwable e) { // also errors: a class of a plug-in that cannot be linked is its own fault
                came = fault(e);
            } finally {
                leave();
            }
        }
        end = came;
        ended.run();
        done.countDown();
    }

    /** Asks an exception what it says, which is calling the contribution once more: still on this thread. */
    private static <T> End<T> fault(Throwable thrown) {
        Trouble.Reason reason = switch (thrown) {
            case ScopeException e -> Trouble.Reason.REACHED_TOO_FAR;
            case FloodException e -> Trouble.Reason.FLOODED;
            default -> Trouble.Reason.THREW;
        };
        String said;
        try {
            String message = thrown.getMessage();
            said = message == null ? "" : message.lines().findFirst().orElse("");
        } catch (RuntimeException | Error e) {
            said = "its message cannot be read";
        }
        String name = thrown.getClass().getName();
        name = name.substring(name.lastIndexOf('.') + 1);
        String all = said.isBlank() ? name : name + ": " + said;
        String detail = all.length() > MOST_DETAIL ? all.substring(0, MOST_DETAIL) + "\u2026" : all;
        return new End.Fault<>(reason, detail, new Traced(detail, stack(thrown)));
    }

    private static StackTraceElement[] stack(Throwable thrown) {
        try {
            return thrown.getStackTrace();
        } catch (RuntimeException | Error e) {
            return new StackTraceElement[0];
        }
    }

    /** Where the contribution is now, for the log. */
    synchronized Traced where() {
        Thread runner = thread;
        return new Traced("it is here", runner == null ? new StackTraceElement[0] : runner.getStackTrace());
    }

    private synchronized boolean begin(Thread runner) {
        if (!stopped) {
            thread = runner;
        }
        return !stopped;
    }

    private synchronized void leave() {
        thread = null;
        // An interruption that came late must not meet the next call on this thread.
        Thread.interrupted();
    }

    /** Its time runs from now on. */
    void startClock() {
        deadline = System.nanoTime() + limitNanos;
    }

    /** Asks the contribution to end. */
    synchronized void stop() {
        stopped = true;
        monitor.setCanceled(true);
        Thread runner = thread;
        if (runner != null) {
            runner.interrupt();
        }
    }

    /** Whether it has returned after at most {@code millis}. */
    boolean ended(long millis) throws InterruptedException {
        return done.await(millis, TimeUnit.MILLISECONDS);
    }

    /** Whether its time is over. */
    boolean late() {
        return System.nanoTime() - deadline >= 0;
    }

    /** What it came to; only once it has ended. */
    End<T> end() {
        return Objects.requireNonNull(end);
    }
}
