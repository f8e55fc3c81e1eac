package org.kontor.simulator.internal.fault;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.function.Supplier;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A self-signed certificate, read when the first client wants to see it. Safe for several threads. */
public final class TlsIdentity {

    private final Supplier<@Nullable InputStream> keyStore;
    private final char[] password;
    private @Nullable SSLContext context;

    /** The certificate in a PKCS #12 file with that password. */
    public TlsIdentity(Supplier<@Nullable InputStream> keyStore, String password) {
        this.keyStore = keyStore;
        this.password = password.toCharArray();
    }

    /** The server's side of TLS on a connection. */
    Socket secure(Socket raw) throws IOException {
        SSLSocket secured = (SSLSocket) context()
                .getSocketFactory()
                .createSocket(raw, raw.getInetAddress().getHostAddress(), raw.getPort(), true);
        secured.setUseClientMode(false);
        secured.startHandshake();
        return secured;
    }

    private synchronized SSLContext context() throws IOException {
        SSLContext known = context;
        if (known != null) {
            return known;
        }
        try (InputStream in = keyStore.get()) {
            if (in == null) {
                throw new IOException("the certificate is missing");
            }
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password);
            SSLContext made = SSLContext.getInstance("TLS");
            made.init(keys.getKeyManagers(), null, null);
            context = made;
            return made;
        } catch (GeneralSecurityException e) {
            throw new IOException("the certificate cannot be used", e);
        }
    }
}
