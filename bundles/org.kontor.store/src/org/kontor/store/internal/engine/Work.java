package org.kontor.store.internal.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Scope;

/**
 * Work for a lane, with what becomes of it.
 *
 * @param <R> the rows that the work uses
 * @param <T> what it returns
 */
public final class Work<R, T extends @Nullable Object> {
    private final Scope scope;
    private final Function<R, T> work;
    private final CompletableFuture<T> outcome = new CompletableFuture<>();

    /** Work that waits for its turn. */
    public Work(Scope scope, Function<R, T> work) {
        this.scope = scope;
        this.work = work;
    }

    /** For which brands. */
    public Scope scope() {
        return scope;
    }

    /** Runs the work and returns what tells its caller, once that may be told. */
    public Runnable run(R rows) {
        T value = work.apply(rows);
        return () -> outcome.complete(value);
    }

    /** Tells the caller that it failed. */
    public void fail(Throwable reason) {
        outcome.completeExceptionally(reason);
    }

    /** Waits for the outcome. An interrupt does not end the wait: whether a write happened has to be known. */
    public T await() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return outcome.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw unchecked(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException unchecked(@Nullable Throwable reason) {
        if (reason instanceof Error error) {
            throw error;
        }
        return reason instanceof RuntimeException runtime ? runtime : new IllegalStateException(reason);
    }
}
