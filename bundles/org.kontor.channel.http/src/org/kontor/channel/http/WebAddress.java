package org.kontor.channel.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/** A server's address as people type it. Pure. */
public final class WebAddress {
    private static final Pattern LOOPBACK_V4 = Pattern.compile("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://.*");

    private WebAddress() {}

    /**
     * Reads a server's address; without a scheme it is https. Path, query and final slash are left away.
     *
     * @throws IllegalArgumentException if it cannot be used; the message says why
     */
    public static URI parse(String typed) {
        String text = typed.trim();
        if (text.isEmpty()) {
            throw new IllegalArgumentException("the address is empty");
        }
        try {
            URI read = new URI(SCHEME.matcher(text).matches() ? text : "https://" + text);
            if (read.getHost() == null) {
                throw new IllegalArgumentException("the address names no host");
            }
            if (read.getUserInfo() != null) {
                throw new IllegalArgumentException("the address must not hold a name or password");
            }
            URI address = new URI(
                    read.getScheme().toLowerCase(Locale.ROOT),
                    null,
                    read.getHost().toLowerCase(Locale.ROOT),
                    read.getPort(),
                    null,
                    null,
                    null);
            if (!safe(address)) {
                throw new IllegalArgumentException("the address must begin with https://");
            }
            return address;
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("the address cannot be read: " + e.getReason(), e);
        }
    }

    /** Whether an address may be called: https anywhere, http on this machine only. */
    public static boolean safe(URI address) {
        String host = address.getHost();
        String scheme = address.getScheme();
        return host != null && ("https".equals(scheme) || "http".equals(scheme) && loopback(host));
    }

    /** Whether a host is this machine, by its name alone. */
    public static boolean loopback(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || name.equals("::1")
                || name.equals("[::1]")
                || LOOPBACK_V4.matcher(name).matches();
    }
}
