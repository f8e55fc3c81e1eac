package org.kontor.ui.robot;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.swt.widgets.Display;
import org.jspecify.annotations.Nullable;

/** The way from the robot's thread to the UI thread and back, with a time limit on every step. */
final class Ui {
    /** How long the UI is left alone between two looks. */
    private static final int PAUSE_MILLIS = 15;
    /** What the UI thread gets beyond the limit of a condition before it counts as stuck. */
    private static final Duration STUCK = Duration.ofSeconds(5);

    private final Display display;

    Ui(Display display) {
        this.display = display;
    }

    Display display() {
        return display;
    }

    /**
     * Runs {@code work} on the UI thread; at once where a condition asks, which is there already.
     *
     * @throws RobotException if the UI thread does not come to it in time; the message shows what it is doing
     */
    <T> T call(Supplier<T> work, Duration limit) {
        if (Thread.currentThread() == display.getThread()) {
            return work.get();
        }
        CompletableFuture<T> answer = new CompletableFuture<>();
        display.asyncExec(() -> {
            try {
                answer.complete(work.get());
            } catch (RuntimeException | Error e) {
                answer.completeExceptionally(e);
            }
        });
        return await(answer, limit);
    }

    /** Runs {@code work} on the UI thread; throws as {@link #call} does. */
    void run(Runnable work, Duration limit) {
        call(
                () -> {
                    work.run();
                    return true;
                },
                limit);
    }

    /**
     * Asks again and again on the UI thread until there is an answer.
     *
     * @return null if there was none within the limit
     */
    <T> @Nullable T poll(Supplier<? extends @Nullable T> probe, Duration limit) {
        CompletableFuture<@Nullable T> answer = new CompletableFuture<>();
        long deadline = System.nanoTime() + limit.toNanos();
        display.asyncExec(new Runnable() {
            @Override
            public void run() {
                try {
                    @Nullable T found = probe.get();
                    if (found != null || System.nanoTime() > deadline) {
                        answer.complete(found);
                    } else if (!answer.isDone()) {
                        display.timerExec(PAUSE_MILLIS, this);
                    }
                } catch (RuntimeException | Error e) {
                    answer.completeExceptionally(e);
                }
            }
        });
        return await(answer, limit.plus(STUCK));
    }

    private <T extends @Nullable Object> T await(CompletableFuture<T> answer, Duration limit) {
        if (Thread.currentThread() == display.getThread()) {
            throw new IllegalStateException("the robot needs a thread of its own: the UI thread has to loop meanwhile");
        }
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(false);
            throw new RobotException(
                    "the UI thread did not answer within " + limit.toMillis() + " ms; it is at\n" + stack(), e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof RobotException known) {
                throw known;
            }
            throw new RobotException("failed on the UI thread: " + cause, cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RobotException("interrupted", e);
        }
    }

    private String stack() {
        return Arrays.stream(display.getThread().getStackTrace())
                .limit(40)
                .map(frame -> "    " + frame)
                .collect(Collectors.joining("\n"));
    }
}
