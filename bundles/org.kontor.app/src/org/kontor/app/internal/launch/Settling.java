package org.kontor.app.internal.launch;

import java.time.Instant;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.kontor.api.runner.Settled;
import org.osgi.framework.BundleContext;

/** Lets begin what waits for the end of the start ({@link Settled}); called on the UI thread. */
final class Settling {
    /** How long a window that stands may wait for rows: only the inbox has some, and an empty one has none. */
    private static final int PATIENCE_MS = 3_000;

    private final BundleContext bundles;
    private boolean told;

    Settling(BundleContext bundles) {
        this.bundles = bundles;
    }

    /** The window stands; rows may come. */
    void windowStands(Display display) {
        display.timerExec(PATIENCE_MS, this::over);
    }

    /** The start is over. Later calls change nothing. */
    void over() {
        if (!told) {
            told = true;
            // Whatever waits for it is made within the call: not on the UI thread.
            ICoreRunnable tell = monitor -> bundles.registerService(Settled.class, new Settled(Instant.now()), null);
            Job.createSystem("kontor settled", tell).schedule();
        }
    }
}
