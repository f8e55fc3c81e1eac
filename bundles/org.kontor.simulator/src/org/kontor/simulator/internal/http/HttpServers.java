package org.kontor.simulator.internal.http;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/** One Jetty with a port on loopback for each of several endpoints. */
public final class HttpServers implements AutoCloseable {

    private static final int THREADS = 24;

    private final Server server;
    private final Map<String, Endpoint> endpoints = new HashMap<>();
    private final Map<String, ServerConnector> connectors = new HashMap<>();

    /** A server without ports yet. */
    public HttpServers() {
        QueuedThreadPool pool = new QueuedThreadPool(THREADS);
        pool.setName("simulator-http");
        pool.setDaemon(true);
        pool.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server = new Server(pool);
        server.setStopTimeout(0);
        server.setHandler(new Dispatch());
    }

    /**
     * Opens a port.
     *
     * @param name name of the port
     * @param port wished port, 0 for any
     * @return its address
     * @throws Exception when the port cannot be opened
     */
    public URI open(String name, int port) throws Exception {
        ServerConnector connector = new ServerConnector(server, 1, 1);
        connector.setName(name);
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        connector.open();
        server.addConnector(connector);
        connectors.put(name, connector);
        return URI.create("http://127.0.0.1:" + connector.getLocalPort());
    }

    /** Says who answers on a port. */
    public void serve(String name, Endpoint endpoint) {
        endpoints.put(name, endpoint);
    }

    /**
     * Begins to answer.
     *
     * @throws Exception when Jetty does not start
     */
    public void start() throws Exception {
        server.start();
    }

    /** The port that was opened under a name. */
    public int port(String name) {
        ServerConnector connector = connectors.get(name);
        if (connector == null) {
            throw new IllegalArgumentException("no port " + name);
        }
        return connector.getLocalPort();
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }

    private final class Dispatch extends Handler.Abstract {
        @Override
        public boolean handle(@Nullable Request request, @Nullable Response response, @Nullable Callback callback)
                throws Exception {
            Request asked = Objects.requireNonNull(request);
            String name = asked.getConnectionMetaData().getConnector().getName();
            Endpoint endpoint = endpoints.get(name);
            return endpoint != null
                    && endpoint.handle(asked, Objects.requireNonNull(response), Objects.requireNonNull(callback));
        }
    }
}
