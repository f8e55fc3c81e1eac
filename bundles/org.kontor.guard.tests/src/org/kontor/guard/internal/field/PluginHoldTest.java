package org.kontor.guard.internal.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kontor.guard.internal.safe.PluginHold;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.log.Logger;

@Timeout(60)
class PluginHoldTest {
    private final BundleContext context =
            FrameworkUtil.getBundle(PluginHoldTest.class).getBundleContext();
    private final Logger log = (Logger) Proxy.newProxyInstance(
            Logger.class.getClassLoader(), new Class<?>[] {Logger.class}, (it, method, with) -> null);

    @Test
    void aPluginThatWasResolvedBeforeIsNotStartedUntilTheHoldEnds() throws Exception {
        Bundle hostile = HostileBundle.install(context, "2.0.0");
        try {
            FrameworkWiring wiring = context.getBundle(0).adapt(FrameworkWiring.class);
            assertThat(wiring.resolveBundles(List.of(hostile))).isTrue();
            PluginHold hold = PluginHold.on(context, log);
            try {
                assertThat(hostile.getState()).isEqualTo(Bundle.INSTALLED);
                assertThatThrownBy(hostile::start).isInstanceOf(BundleException.class);
                assertThat(hostile.getState()).isEqualTo(Bundle.INSTALLED);
                assertThat(FrameworkUtil.getBundle(PluginHold.class).getState()).isEqualTo(Bundle.ACTIVE);
            } finally {
                hold.close();
            }
            hostile.start();
            assertThat(hostile.getState()).isEqualTo(Bundle.ACTIVE);
        } finally {
            hostile.uninstall();
        }
    }
}
