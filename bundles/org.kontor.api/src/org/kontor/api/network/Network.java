package org.kontor.api.network;

import org.jspecify.annotations.Nullable;

/**
 * Keeps how this workbench reaches the net; a service. A change holds from the next connection on. Safe for use by several
 * threads; not for the UI thread.
 *
 * @since 0.1
 */
public interface Network {
    /** What is set; the system's own settings until someone sets others. */
    NetworkSettings settings();

    /** Whether a password for the proxy is kept. */
    boolean passwordKept();

    /**
     * Keeps other settings; they are durable when the call returns.
     *
     * @param password for the proxy; null leaves the one that is kept, empty forgets it
     * @throws java.io.UncheckedIOException if they cannot be written; the old ones still hold then
     */
    void change(NetworkSettings settings, @Nullable String password);
}
