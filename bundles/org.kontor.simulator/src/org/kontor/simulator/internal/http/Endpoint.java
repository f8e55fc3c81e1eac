package org.kontor.simulator.internal.http;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers HTTP requests. */
@FunctionalInterface
public interface Endpoint {

    /**
     * Answers a request and completes the callback.
     *
     * @return false when this endpoint does not know the path; then nothing was done
     * @throws Exception on a bug; the server answers 500
     */
    boolean handle(Request request, Response response, Callback callback) throws Exception;
}
