package org.kontor.channel.bluesky.internal;

import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.kontor.channel.http.StandaloneHttp;
import org.osgi.service.log.Logger;

/** What OSGi would hand to the connector. */
final class Services implements AutoCloseable {
    /** What was logged. */
    final List<String> log = new CopyOnWriteArrayList<>();

    private final Logger logger = (Logger) Proxy.newProxyInstance(
            Services.class.getClassLoader(), new Class<?>[] {Logger.class}, (self, method, args) -> {
                log.add(Objects.toString(java.util.Arrays.deepToString(args)));
                return method.getReturnType() == boolean.class ? Boolean.TRUE : null;
            });
    private final StandaloneHttp http = new StandaloneHttp(logger);
    final BlueskyConnector connector;

    Services() {
        this(InstantSource.system());
    }

    Services(InstantSource clock) {
        connector = new BlueskyConnector(http.clients(), logger, clock);
    }

    @Override
    public void close() {
        http.close();
    }
}
