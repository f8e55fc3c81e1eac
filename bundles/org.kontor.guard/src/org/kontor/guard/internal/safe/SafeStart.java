package org.kontor.guard.internal.safe;

import java.util.Arrays;
import org.eclipse.osgi.service.environment.EnvironmentInfo;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.log.Logger;
import org.osgi.service.log.LoggerFactory;

/**
 * In safe mode keeps the bundles of plug-ins from running at all, so that one which never returns from its own start does not keep
 * everybody from starting. It is there before any of them (see the start levels of the product).
 */
@Component(immediate = true, service = SafeStart.class)
public final class SafeStart {
    private final @Nullable PluginHold hold;

    @Activate
    public SafeStart(
            BundleContext bundles,
            @Reference EnvironmentInfo environment,
            @Reference(service = LoggerFactory.class) Logger log) {
        boolean safe = Arrays.asList(environment.getNonFrameworkArgs()).contains("--safe");
        hold = safe ? PluginHold.on(bundles, log) : null;
        if (!safe) {
            PluginHold.end(bundles);
        }
    }

    @Deactivate
    void close() {
        PluginHold held = hold;
        if (held != null) {
            held.close();
        }
    }
}
