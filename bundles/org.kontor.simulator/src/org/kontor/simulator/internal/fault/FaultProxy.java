package org.kontor.simulator.internal.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.kontor.simulator.Fault.Wire;

/** Stands in front of a mail server's port and shows its clients the faults that wait for them. */
public final class FaultProxy implements AutoCloseable {

    private static final int BACKLOG = 100;

    private final ServerSocket listener;
    private final Wire wire;
    private final int upstream;
    private final FaultBook faults;
    private final @Nullable TlsIdentity identity;
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();

    /**
     * Opens a port.
     *
     * @param port wished port, 0 for any
     * @param upstream port of the real server, which speaks no TLS
     * @param identity certificate to show when clients speak TLS; null when they do not
     * @throws IOException when the port cannot be opened
     */
    public FaultProxy(Wire wire, int port, int upstream, FaultBook faults, @Nullable TlsIdentity identity)
            throws IOException {
        this.wire = wire;
        this.upstream = upstream;
        this.faults = faults;
        this.identity = identity;
        listener = new ServerSocket();
        listener.setReuseAddress(true);
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        Thread.ofVirtual().name("simulator-" + wire.key()).start(this::accept);
    }

    /** The port that clients connect to. */
    public int port() {
        return listener.getLocalPort();
    }

    /** The protocol that is spoken here. */
    public Wire wire() {
        return wire;
    }

    /** Cuts all connections that are open now. */
    public void cutAll() {
        clients.forEach(Tcp::reset);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void serve(Socket raw) {
        clients.add(raw);
        Socket server = new Socket();
        try {
            raw.setTcpNoDelay(true);
            TlsIdentity tls = identity;
            Socket client = tls == null ? raw : tls.secure(raw);
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), upstream));
            server.setTcpNoDelay(true);
            if (wire == Wire.SMTP) {
                new SmtpRelay(client, server, faults).run();
            } else {
                new ImapRelay(client, server, faults).run();
            }
        } catch (IOException ended) {
            // one of the two sides is gone, so is the other
        } finally {
            Tcp.close(raw);
            Tcp.close(server);
            clients.remove(raw);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        clients.forEach(Tcp::close);
    }
}
