package org.kontor.channel.http;

import java.net.PasswordAuthentication;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the user set for the network. Whoever keeps the preferences provides it as an OSGi service; without one, the
 * system's settings hold. It is asked anew for every connection, so that a change needs no restart; calls must not wait.
 */
public interface NetworkPreferences {
    /** How the net is reached. */
    sealed interface ProxyChoice {
        /** As the system says. */
        record OfSystem() implements ProxyChoice {}

        /** Without a proxy. */
        record Direct() implements ProxyChoice {}

        /**
         * By this one.
         *
         * @param exceptions hosts and domains that are reached without it; a domain stands for all below it
         */
        record Manual(String host, int port, Optional<PasswordAuthentication> credentials, List<String> exceptions)
                implements ProxyChoice {
            public Manual {
                exceptions = List.copyOf(exceptions);
            }

            /** One for every host. */
            public Manual(String host, int port, Optional<PasswordAuthentication> credentials) {
                this(host, port, credentials, List.of());
            }

            @Override
            public String toString() {
                return "Manual[" + host + ":" + port + "]";
            }
        }
    }

    /** The proxy. */
    ProxyChoice proxy();

    /** A folder with further certificates to trust (PEM or DER, {@code .pem .crt .cer}); empty where there is none. */
    Optional<Path> certificates();
}
