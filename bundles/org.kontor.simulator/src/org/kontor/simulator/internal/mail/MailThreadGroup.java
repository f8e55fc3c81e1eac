package org.kontor.simulator.internal.mail;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The threads of GreenMail, which ends a thread with an exception when a client hangs up in the middle. That is the client's
 * business and not worth a word; every other exception is reported as usual.
 */
final class MailThreadGroup extends ThreadGroup {

    private MailThreadGroup() {
        super("simulator-mail");
    }

    /**
     * Runs something in the group, whose threads belong to it then, and returns when it is done.
     *
     * @throws IllegalStateException as thrown by it
     */
    static void run(Runnable work) {
        AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
        Thread thread = new Thread(new MailThreadGroup(), () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                failure.set(e);
            }
        });
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }

    @Override
    public void uncaughtException(@Nullable Thread thread, @Nullable Throwable problem) {
        Throwable cause = Objects.requireNonNull(problem);
        while (cause.getCause() != null && !(cause instanceof IOException)) {
            cause = Objects.requireNonNull(cause.getCause());
        }
        String text = String.valueOf(cause.getMessage());
        if (!(cause instanceof IOException) && !text.startsWith("Unexpected end of stream")) {
            super.uncaughtException(thread, problem);
        }
    }
}
