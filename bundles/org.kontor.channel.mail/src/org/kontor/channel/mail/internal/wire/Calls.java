package org.kontor.channel.mail.internal.wire;

import jakarta.mail.Transport;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.eclipse.core.runtime.IProgressMonitor;

/**
 * Runs network calls so that they can be cancelled: each on a virtual thread, whose interruption closes the socket it waits
 * on (java.net.Socket, "interruptible"). The caller waits on its own thread.
 */
public final class Calls implements AutoCloseable {
    private static final long LOOK_MILLIS = 50;
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private volatile boolean closed;

    /** Runs {@code call}. When the monitor is cancelled or this is closed, its thread is interrupted. */
    public <T> T run(IProgressMonitor monitor, Callable<T> call) throws Exception {
        return run(monitor, call, () -> Duration.ZERO);
    }

    /**
     * Runs {@code call}.
     *
     * @param patience asked once on cancellation: how long the call may go on before it is interrupted
     * @return what the call returned, even if it was cancelled meanwhile
     * @throws CancellationException if it was cancelled and did not return
     */
    public <T> T run(IProgressMonitor monitor, Callable<T> call, Supplier<Duration> patience) throws Exception {
        if (isCancelled(monitor)) {
            patience.get();
            throw new CancellationException();
        }
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = Thread.ofVirtual().name("kontor-mail").unstarted(() -> {
            try {
                result.complete(call.call());
            } catch (Throwable t) {
                result.completeExceptionally(t);
            }
        });
        // the mail library looks for its own parts with the context class loader
        thread.setContextClassLoader(Transport.class.getClassLoader());
        thread.start();
        return await(monitor, result, thread, patience);
    }

    private <T> T await(
            IProgressMonitor monitor, CompletableFuture<T> result, Thread thread, Supplier<Duration> patience)
            throws Exception {
        boolean interrupted = false;
        try {
            while (!interrupted && !isCancelled(monitor)) {
                try {
                    return result.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    // look again
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            return stop(result, thread, patience.get());
        } catch (ExecutionException e) {
            throw unwrapped(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static <T> T stop(CompletableFuture<T> result, Thread thread, Duration patience) throws ExecutionException {
        try {
            return result.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | InterruptedException e) {
            thread.interrupt();
        }
        try {
            return result.get(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            CancellationException cancelled = new CancellationException();
            cancelled.initCause(e.getCause());
            throw cancelled;
        } catch (TimeoutException | InterruptedException e) {
            throw new CancellationException();
        }
    }

    private boolean isCancelled(IProgressMonitor monitor) {
        return closed || monitor.isCanceled();
    }

    private static Exception unwrapped(ExecutionException e) {
        Throwable cause = e.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof Exception exception ? exception : e;
    }

    /** Ends all running calls. */
    @Override
    public void close() {
        closed = true;
    }
}
