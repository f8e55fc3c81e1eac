package org.kontor.channel.mail.internal;

import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.kontor.channel.mail.internal.wire.Reach;

/**
 * How tests reach servers.
 *
 * @param tls makes TLS connections
 * @param proxies to try for whatever server
 */
record TestReach(SSLSocketFactory tls, List<Proxy> proxies) implements Reach {
    /** Without proxies, trusting whom Java trusts. */
    static Reach direct() {
        try {
            return new TestReach(SSLContext.getDefault().getSocketFactory(), List.of());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<Proxy> proxies(String host, int port) {
        return proxies;
    }

    @Override
    public Optional<PasswordAuthentication> credentials(Proxy proxy) {
        return Optional.of(new PasswordAuthentication("user", "secret".toCharArray()));
    }
}
