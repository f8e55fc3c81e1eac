package org.kontor.channel.mail.internal.wire;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.kontor.channel.mail.internal.MailSettings.Endpoint;
import org.kontor.channel.mail.internal.Security;

/** The library's properties for a connection. */
final class Wiring {
    private Wiring() {}

    /**
     * The ways to try, in order: through the proxies, then directly. A proxy for web pages often refuses the ports of mail
     * although these are open.
     */
    static List<Properties> ways(Endpoint server, Reach reach, Timing timing) {
        List<Properties> ways = new ArrayList<>();
        if (!server.isLoopback()) {
            for (Proxy proxy : reach.proxies(server.host(), server.port())) {
                if (proxy.address() instanceof InetSocketAddress address) {
                    Properties through = direct(server, reach, timing);
                    addProxy(through, server, reach, proxy, address);
                    ways.add(through);
                }
            }
        }
        ways.add(direct(server, reach, timing));
        return ways;
    }

    private static void addProxy(Properties way, Endpoint server, Reach reach, Proxy proxy, InetSocketAddress address) {
        boolean socks = proxy.type() == Proxy.Type.SOCKS;
        String prefix = "mail." + server.side() + (socks ? ".socks." : ".proxy.");
        way.setProperty(prefix + "host", address.getHostString());
        way.setProperty(prefix + "port", String.valueOf(address.getPort()));
        if (!socks) {
            reach.credentials(proxy).ifPresent(given -> {
                way.setProperty(prefix + "user", given.getUserName());
                way.setProperty(prefix + "password", String.valueOf(given.getPassword()));
            });
        }
    }

    private static Properties direct(Endpoint server, Reach reach, Timing timing) {
        String prefix = "mail." + server.side() + ".";
        Properties props = new Properties();
        props.setProperty(prefix + "connectiontimeout", millis(timing.connect()));
        props.setProperty(prefix + "timeout", millis(timing.read()));
        if (server.security() != Security.NONE) {
            props.put(prefix + "ssl.socketFactory", reach.tls());
            props.setProperty(prefix + "socketFactory.fallback", "false");
            props.setProperty(prefix + "ssl.checkserveridentity", "true");
        }
        if (server.security() == Security.STARTTLS) {
            props.setProperty(prefix + "starttls.enable", "true");
            props.setProperty(prefix + "starttls.required", "true");
        }
        if (server.side().equals("smtp")) {
            props.setProperty(prefix + "auth", String.valueOf(!server.user().isEmpty()));
            props.setProperty(prefix + "auth.mechanisms", "PLAIN LOGIN");
            // the machine's own name is nobody's business, and finding it may take seconds
            props.setProperty(prefix + "localhost", "[127.0.0.1]");
            props.setProperty(prefix + "quitwait", "false");
        }
        return props;
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }
}
