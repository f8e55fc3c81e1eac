package org.kontor.channel.mail.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A wire between a client and a server that breaks where a test wants it to, and can change what the server says. */
final class FaultProxy implements AutoCloseable {
    /** Where the wire breaks, once what the client sends contains a mark. */
    enum Cut {
        /** The bytes with the mark never reach the server. */
        BEFORE,
        /** The server gets them; its answer never reaches the client. */
        AFTER,
        /** The server gets them; nothing reaches the client any more, and the wire stays open. */
        SILENCE
    }

    private record Break(byte[] mark, Cut cut) {}

    private final ServerSocket socket;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile @Nullable Break next;
    private volatile @Nullable UnaryOperator<String> rewrite;

    FaultProxy(int target) {
        this.target = target;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** How many connections were made. */
    int connections() {
        return connections.get();
    }

    /** Breaks the wire once, when the client sends {@code mark}. */
    FaultProxy cut(Cut cut, String mark) {
        next = new Break(mark.getBytes(StandardCharsets.ISO_8859_1), cut);
        return this;
    }

    /** Changes every line that the server sends; an empty one is left out. */
    FaultProxy rewrite(UnaryOperator<String> change) {
        rewrite = change;
        return this;
    }

    /** Breaks all connections. */
    void cutAll() {
        for (Socket each : open) {
            shut(each);
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Socket server = new Socket(InetAddress.getByName("127.0.0.1"), target);
                connections.incrementAndGet();
                open.add(client);
                open.add(server);
                Wire wire = new Wire(client, server);
                Thread.ofVirtual().start(wire::toServer);
                Thread.ofVirtual().start(wire::toClient);
            } catch (IOException e) {
                // closed, or the server is not there: the client sees it
            }
        }
    }

    private void shut(Socket one) {
        open.remove(one);
        try {
            one.setSoLinger(true, 0);
            one.close();
        } catch (IOException e) {
            // it is shut one way or the other
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cutAll();
    }

    private final class Wire {
        private final Socket client;
        private final Socket server;
        private final StringBuilder seen = new StringBuilder();
        private volatile @Nullable Cut state;

        Wire(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void toServer() {
            try (InputStream in = client.getInputStream();
                    OutputStream out = server.getOutputStream()) {
                byte[] buffer = new byte[4096];
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    Break planned = next;
                    seen.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
                    boolean hit = planned != null
                            && seen.indexOf(new String(planned.mark(), StandardCharsets.ISO_8859_1)) >= 0;
                    if (seen.length() > 10_000) {
                        seen.delete(0, seen.length() - 1000);
                    }
                    if (hit && planned != null) {
                        next = null;
                        state = planned.cut();
                    }
                    if (hit && state == Cut.BEFORE) {
                        break;
                    }
                    out.write(buffer, 0, n);
                    out.flush();
                }
            } catch (IOException e) {
                // the wire is cut
            } finally {
                end();
            }
        }

        void toClient() {
            try (InputStream in = server.getInputStream();
                    OutputStream out = client.getOutputStream()) {
                byte[] buffer = new byte[4096];
                ByteArrayOutputStream line = new ByteArrayOutputStream();
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    if (state == Cut.AFTER) {
                        break;
                    } else if (state == Cut.SILENCE) {
                        continue;
                    }
                    UnaryOperator<String> change = rewrite;
                    if (change == null) {
                        out.write(buffer, 0, n);
                    } else {
                        rewritten(buffer, n, line, out, change);
                    }
                    out.flush();
                }
            } catch (IOException e) {
                // the wire is cut
            } finally {
                end();
            }
        }

        private void rewritten(
                byte[] buffer, int n, ByteArrayOutputStream line, OutputStream out, UnaryOperator<String> change)
                throws IOException {
            for (int i = 0; i < n; i++) {
                line.write(buffer[i]);
                if (buffer[i] == '\n') {
                    out.write(change.apply(line.toString(StandardCharsets.ISO_8859_1))
                            .getBytes(StandardCharsets.ISO_8859_1));
                    line.reset();
                }
            }
        }

        private void end() {
            shut(client);
            shut(server);
        }
    }
}
