package org.kontor.channel.http;

import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;

/** The HTTP client of one account. Safe for use by several threads. */
public interface AccountHttp extends AutoCloseable {
    /**
     * Makes a call and waits for its answer; never on the UI thread. A read (GET, HEAD) is tried up to three times where
     * the fault may pass and the server does not ask for a longer pause; anything else is sent at most once, also by the
     * layers below. A cancelled monitor ends the call within a tenth of a second.
     *
     * @return every outcome as a value, also a cancelled or refused call
     */
    HttpAnswer call(HttpCall call, IProgressMonitor monitor);

    /** What is left of a rate limit on a host; empty while the platform has not told. */
    Optional<RateBroker.State> rate(String host, RateBroker.Bucket bucket);

    /** Ends running calls; later ones are answered with a fault. Does not throw. */
    @Override
    void close();
}
