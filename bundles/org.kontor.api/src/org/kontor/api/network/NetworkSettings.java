package org.kontor.api.network;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How the net is reached, and whom to trust beyond the system's own certificates. A password for the proxy is no part of it:
 * it lies with the other secrets.
 *
 * @param way how the net is reached
 * @param host the proxy's name; kept, but without effect, for another way than {@link Way#PROXY}
 * @param port the proxy's port; 0 where there is no host
 * @param user the name to sign in to the proxy; empty for none
 * @param exceptions hosts and domains that are reached without the proxy; a domain stands for all below it
 * @param certificates a folder with further certificates to trust (PEM or DER, {@code .pem .crt .cer})
 * @since 0.1
 */
public record NetworkSettings(
        Way way, String host, int port, String user, List<String> exceptions, Optional<Path> certificates) {
    /** As the system says, and nothing else. */
    public static final NetworkSettings OF_SYSTEM =
            new NetworkSettings(Way.SYSTEM, "", 0, "", List.of(), Optional.empty());

    private static final int LAST_PORT = 65_535;

    /** How the net is reached. */
    public enum Way {
        /** As the system says. */
        SYSTEM,
        /** By the proxy named. */
        PROXY,
        /** Without a proxy. */
        DIRECT
    }

    /** @throws IllegalArgumentException if a proxy is wanted and none is named */
    public NetworkSettings {
        exceptions = List.copyOf(exceptions);
        if (way == Way.PROXY && (host.isBlank() || port < 1 || port > LAST_PORT)) {
            throw new IllegalArgumentException("a proxy needs a host and a port from 1 to 65535");
        }
    }
}
