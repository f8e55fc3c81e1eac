package org.kontor.runner.internal;

import java.time.Duration;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.service.log.Logger;

/** Keeps an account's loop going until it is cancelled: nothing that goes wrong in one turn may end it unnoticed. */
final class Turns {
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private Turns() {}

    /** One round of a loop. */
    interface Turn {
        void take() throws InterruptedException;
    }

    /**
     * Takes turns.
     *
     * @param signal calls the loop before the pause after a failure is over
     * @param what names the loop in the log
     */
    static void take(Turn turn, IProgressMonitor monitor, Signal signal, Logger log, String what) {
        try {
            while (!monitor.isCanceled()) {
                try {
                    turn.take();
                } catch (RuntimeException | Error bug) {
                    // Errors too: a class that could not be loaded while its bundle was starting can be there next
                    // time.
                    log.error("{} failed and is tried again", what, bug);
                    signal.await(AFTER_FAILURE);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        log.debug("{} has ended", what);
    }
}
