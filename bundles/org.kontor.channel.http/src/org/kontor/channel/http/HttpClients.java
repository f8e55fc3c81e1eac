package org.kontor.channel.http;

/** Gives each account its HTTP client. An OSGi service; safe for use by several threads. */
public interface HttpClients {
    /**
     * Opens a client. Does no I/O. Connections are shared by all clients, so a client costs nothing while it rests.
     *
     * @since 0.1
     */
    AccountHttp open(HttpSpec spec);
}
