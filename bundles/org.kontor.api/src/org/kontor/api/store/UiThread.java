package org.kontor.api.store;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Knows the UI thread, so that whatever waits for disk or network can refuse to run on it (design.md 2.5). Headless
 * processes never claim one.
 */
public final class UiThread {
    private static final AtomicReference<@Nullable Thread> UI = new AtomicReference<>();

    private UiThread() {}

    /** Names the calling thread as the UI thread; the application does this once, before its window opens. */
    public static void claim() {
        UI.set(Thread.currentThread());
    }

    /** Forgets the UI thread, when the application ends. */
    public static void release() {
        UI.set(null);
    }

    /** Whether the caller is the UI thread. */
    public static boolean here() {
        return Thread.currentThread() == UI.get();
    }

    /**
     * Stops a caller on the UI thread.
     *
     * @param what names the call
     * @throws IllegalStateException on the UI thread
     */
    public static void forbid(String what) {
        if (here()) {
            throw new IllegalStateException(what + " waits for disk or network and must not run on the UI thread");
        }
    }
}
