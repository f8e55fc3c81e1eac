package org.kontor.channel.http;

import org.kontor.channel.http.internal.MemoryRateBroker;
import org.kontor.channel.http.internal.MergedTrust;
import org.kontor.channel.http.internal.OkHttpClients;
import org.kontor.channel.http.internal.SystemProxies;
import org.osgi.service.log.Logger;

/**
 * The HTTP layer outside OSGi, put together as the components are: for the unit tests of connectors and for small tools.
 *
 * @since 0.1
 */
public final class StandaloneHttp implements AutoCloseable {
    private final OkHttpClients clients;

    /** A layer of its own: its connections and rate limits are shared with nobody. */
    public StandaloneHttp(Logger logger) {
        clients = new OkHttpClients(new MergedTrust(logger), new SystemProxies(), new MemoryRateBroker(), logger);
    }

    /** The clients; they end with {@link #close}. */
    public HttpClients clients() {
        return clients;
    }

    @Override
    public void close() {
        clients.close();
    }
}
