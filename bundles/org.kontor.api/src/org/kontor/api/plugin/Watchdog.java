package org.kontor.api.plugin;

import java.util.concurrent.Executor;
import org.kontor.api.store.Store;

/**
 * Sees when the window stands still, and in whose code; a service. A plug-in whose code kept the UI thread busy for too long is
 * written down at once, because the window may never come back, and nothing of it is called after the next start.
 *
 * @since 0.1
 */
public interface Watchdog {
    /**
     * Watches a UI thread from now on.
     *
     * @param thread the UI thread
     * @param post runs a task on that thread soon, and never waits for it
     * @return ends it when closed
     */
    Store.Registration watch(Thread thread, Executor post);
}
