package org.kontor.channel.http;

import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;

/**
 * Whom we trust: the certificates of Java, of the operating system and of the folder in the preferences together. For every
 * connector, also those that speak no HTTP. An OSGi service; safe for use by several threads. The first call reads the
 * certificates from disk.
 */
public interface SystemTrust {
    /** Trusts a server whose chain ends in one of the certificates. Host names are the caller's matter. */
    X509TrustManager manager();

    /** A TLS context with that trust and without certificates of our own; its socket factory fits mail sessions. */
    SSLContext context();
}
