package org.kontor.channel.mail.internal.wire;

import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.kontor.channel.http.Proxies;
import org.kontor.channel.http.SystemTrust;

/** How servers are reached: whose certificates are trusted, through which proxies. */
public interface Reach {
    /** Makes TLS connections. */
    SSLSocketFactory tls();

    /** The proxies to try for a server, in order. */
    List<Proxy> proxies(String host, int port);

    /** The name and password for a proxy, where one is known. */
    Optional<PasswordAuthentication> credentials(Proxy proxy);

    /** As the system and the preferences say, the same as for all connectors. */
    static Reach of(SystemTrust trust, Proxies proxies) {
        return new Reach() {
            @Override
            public SSLSocketFactory tls() {
                return trust.context().getSocketFactory();
            }

            @Override
            public List<Proxy> proxies(String host, int port) {
                return proxies.forSocket(host, port);
            }

            @Override
            public Optional<PasswordAuthentication> credentials(Proxy proxy) {
                return proxies.credentials(proxy);
            }
        };
    }
}
