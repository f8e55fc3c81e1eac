package org.kontor.store.internal.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Hands a connection on to the server, and cuts it at a COMMIT: before the server hears of it, or before its answer. */
final class CuttingProxy implements AutoCloseable {
    /** When the connection breaks. */
    enum Cut {
        BEFORE_THE_COMMIT,
        BEFORE_THE_ANSWER
    }

    private final ServerSocket door;
    private final InetSocketAddress server;
    private final Cut cut;
    private final AtomicInteger left;

    /** @param times how many commits meet with it */
    CuttingProxy(String hosts, Cut cut, int times) throws IOException {
        String[] parts = hosts.split(":");
        this.server = new InetSocketAddress(parts[0], Integer.parseInt(parts[1]));
        this.cut = cut;
        this.left = new AtomicInteger(times);
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    /** Host and port. */
    String hosts() {
        return "127.0.0.1:" + door.getLocalPort();
    }

    /** How many more commits will meet with it. */
    int left() {
        return left.get();
    }

    private void serve() {
        try {
            while (true) {
                Socket client = door.accept();
                Socket back = new Socket();
                back.connect(server);
                Thread.ofVirtual().start(() -> pass(client, back, true));
                Thread.ofVirtual().start(() -> pass(back, client, false));
            }
        } catch (IOException e) {
            // The door was closed.
        }
    }

    private void pass(Socket from, Socket to, boolean asking) {
        byte[] buffer = new byte[64 * 1024];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                boolean commit = asking
                        && new String(buffer, 0, read, StandardCharsets.ISO_8859_1).contains("COMMIT\0")
                        && left.get() > 0;
                if (commit) {
                    left.decrementAndGet();
                    if (cut == Cut.BEFORE_THE_ANSWER) {
                        // The client hears no more; the server gets all of it, then the end.
                        from.close();
                        out.write(buffer, 0, read);
                        out.flush();
                        to.shutdownOutput();
                        to.getInputStream().transferTo(OutputStream.nullOutputStream());
                    }
                    return;
                }
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException e) {
            // One side is gone, and so the other goes.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
