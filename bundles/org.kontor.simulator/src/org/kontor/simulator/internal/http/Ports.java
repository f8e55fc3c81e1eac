package org.kontor.simulator.internal.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.kontor.simulator.internal.journal.Json;

/**
 * The ports of the world, remembered in its state folder so that accounts which were set up once still work after a restart.
 */
public final class Ports {

    private final Path file;
    private final ObjectNode known;

    /**
     * The ports remembered in that file.
     *
     * @throws IOException when it is there and cannot be read
     */
    public Ports(Path file) throws IOException {
        this.file = file;
        known = Files.exists(file) ? (ObjectNode) Json.parse(Files.readAllBytes(file)) : Json.object();
    }

    /** The port that had that name the last time if it is free now, else 0, which lets the system choose. */
    public int wish(String name) {
        int port = known.path(name).asInt();
        return port != 0 && isFree(port) ? port : 0;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** A port for a server that cannot choose one itself: the remembered one or a free one. */
    public int choose(String name) throws IOException {
        int wish = wish(name);
        if (wish != 0) {
            return wish;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return socket.getLocalPort();
        }
    }

    /** Remembers a port. */
    public void remember(String name, int port) {
        known.put(name, port);
    }

    /**
     * Writes the remembered ports to the file.
     *
     * @throws IOException when that is not possible
     */
    public void save() throws IOException {
        Files.write(file, Json.bytes(known));
    }
}
