package org.kontor.channel.http;

import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Which proxy leads to a host: the one in the preferences, else the system's (on Windows and macOS with its PAC file), else
 * the one named by the environment. Loopback is always reached directly. For every connector, also those that speak no
 * HTTP. An OSGi service; safe for use by several threads. May read the system's configuration, so never on the UI thread.
 */
public interface Proxies {
    /** The proxies to try for a web address, in order; {@link Proxy#NO_PROXY} stands for none. Never empty. */
    List<Proxy> forAddress(URI address);

    /** The same for a connection that is not HTTP, such as mail. */
    List<Proxy> forSocket(String host, int port);

    /** The name and password for a proxy, where one was given. */
    Optional<PasswordAuthentication> credentials(Proxy proxy);
}
