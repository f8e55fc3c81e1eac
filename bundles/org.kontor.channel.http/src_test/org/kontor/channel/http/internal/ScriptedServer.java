package org.kontor.channel.http.internal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A server on loopback that does exactly what a test says, including what no decent server does. */
final class ScriptedServer implements AutoCloseable {
    /** A request as it came. */
    record Seen(String line, String headers, String body) {}

    /** What becomes of one request. Returns false to cut the connection. */
    interface Behaviour {
        boolean answer(Seen seen, OutputStream out) throws IOException;
    }

    private final ServerSocket socket;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final CountDownLatch end = new CountDownLatch(1);
    final List<Seen> seen = new CopyOnWriteArrayList<>();
    volatile Behaviour behaviour = (request, out) -> respond(out, 200, "", "{}");
    volatile boolean cutBeforeReading;

    ScriptedServer() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        Thread.ofVirtual().start(this::accept);
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + path);
    }

    static boolean respond(OutputStream out, int status, String headers, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        out.write(("HTTP/1.1 " + status + " x\r\nContent-Length: " + bytes.length + "\r\n" + headers + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        out.write(bytes);
        out.flush();
        return true;
    }

    /** Keeps the client waiting until the server ends. */
    boolean hang() throws IOException {
        try {
            end.await(60, TimeUnit.SECONDS);
            return false;
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connections.add(connection);
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            if (cutBeforeReading) {
                connection.setSoLinger(true, 0);
                return;
            }
            InputStream in = new BufferedInputStream(connection.getInputStream());
            while (true) {
                String head = head(in);
                if (head.isEmpty()) {
                    return;
                }
                String[] parts = head.split("\r\n", 2);
                int length = head.toLowerCase().contains("content-length: ")
                        ? Integer.parseInt(head.toLowerCase()
                                .split("content-length: ")[1]
                                .split("\r\n")[0]
                                .trim())
                        : 0;
                Seen request = new Seen(parts[0], parts[1], new String(in.readNBytes(length), StandardCharsets.UTF_8));
                seen.add(request);
                if (!behaviour.answer(request, connection.getOutputStream())) {
                    return;
                }
            }
        } catch (IOException e) {
            // The client went away, as some tests want it to.
        } finally {
            connections.remove(connection);
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int c = in.read();
            if (c < 0) {
                return "";
            }
            head.write(c);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        end.countDown();
        socket.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }
}
