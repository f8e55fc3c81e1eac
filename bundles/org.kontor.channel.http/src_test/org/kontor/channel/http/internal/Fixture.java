package org.kontor.channel.http.internal;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.osgi.service.log.Logger;

/** What the components of the layer need, outside OSGi. */
final class Fixture {
    private Fixture() {}

    /** A logger that keeps what it is given. */
    static Logger logger(List<String> lines) {
        return (Logger) Proxy.newProxyInstance(
                Fixture.class.getClassLoader(), new Class<?>[] {Logger.class}, (self, method, args) -> {
                    lines.add(method.getName() + " " + (args == null ? "" : Arrays.deepToString(args)));
                    return method.getReturnType() == boolean.class ? Boolean.TRUE : null;
                });
    }

    static Logger quiet() {
        return logger(Collections.synchronizedList(new ArrayList<>()));
    }

    static MergedTrust trust() {
        return new MergedTrust(quiet(), List.of(Path.of("/nowhere")), "Linux");
    }

    static SystemProxies direct() {
        return new SystemProxies(() -> null, name -> null);
    }
}
