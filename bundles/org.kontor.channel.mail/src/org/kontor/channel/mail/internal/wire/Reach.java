package org.kontor.channel.mail.internal.wire;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;

/** How servers are reached: whose certificates are trusted, through which proxy. */
public interface Reach {
    /** Makes TLS connections. */
    SSLSocketFactory tls();

    /** The HTTP proxy that the system names for this server; SOCKS is found by the sockets themselves. */
    Optional<InetSocketAddress> httpProxy(String host, int port);

    /** What the JVM is set up for. */
    static Reach ofJvm() {
        return new Reach() {
            @Override
            public SSLSocketFactory tls() {
                try {
                    return SSLContext.getDefault().getSocketFactory();
                } catch (NoSuchAlgorithmException e) {
                    throw new IllegalStateException("this Java has no TLS", e);
                }
            }

            @Override
            public Optional<InetSocketAddress> httpProxy(String host, int port) {
                return proxyOf(ProxySelector.getDefault(), host, port);
            }
        };
    }

    /** The HTTP proxy that {@code selector} names for a TLS connection. */
    static Optional<InetSocketAddress> proxyOf(
            @org.jspecify.annotations.Nullable ProxySelector selector, String host, int port) {
        if (selector == null) {
            return Optional.empty();
        }
        try {
            return selector.select(new URI("https", null, host, port, "/", null, null)).stream()
                    .limit(1)
                    .filter(p -> p.type() == Proxy.Type.HTTP)
                    .map(Proxy::address)
                    .filter(InetSocketAddress.class::isInstance)
                    .map(InetSocketAddress.class::cast)
                    .findFirst();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
