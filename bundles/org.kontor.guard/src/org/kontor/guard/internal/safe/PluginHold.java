package org.kontor.guard.internal.safe;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Hashtable;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.kontor.api.plugin.PluginBrands;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.namespace.BundleNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.log.Logger;

/**
 * Keeps bundles of plug-ins from being resolved, and with that from being started, as long as it is open. A plug-in is who asks
 * for something of the house without being of it, or of the platform below it.
 */
public final class PluginHold implements AutoCloseable {
    private static final String NO_REGISTRY_CACHE = "eclipse.noRegistryCache";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ServiceRegistration<ResolverHookFactory> hook;

    private PluginHold(ServiceRegistration<ResolverHookFactory> hook) {
        this.hook = hook;
    }

    /** Begins; those that an earlier start has left resolved are made to ask anew. */
    public static PluginHold on(BundleContext context, Logger log) {
        ServiceRegistration<ResolverHookFactory> hook =
                context.registerService(ResolverHookFactory.class, triggers -> new Refuse(), new Hashtable<>());
        List<Bundle> plugins = Arrays.stream(context.getBundles())
                .filter(bundle -> (bundle.getState() & (Bundle.UNINSTALLED | Bundle.ACTIVE)) == 0)
                .filter(bundle -> plugin(bundle.adapt(BundleRevision.class)))
                .toList();
        if (!plugins.isEmpty()) {
            log.info("Safe mode: {} are not started", plugins);
            refresh(context, plugins, log);
            // What the registry of extensions remembers of them would be looked for in bundles that are not there.
            System.setProperty(NO_REGISTRY_CACHE, "true");
        }
        return new PluginHold(hook);
    }

    /** Lets in again whom an earlier start has kept out. */
    public static void end(BundleContext context) {
        List<Bundle> plugins = Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getState() == Bundle.INSTALLED)
                .filter(bundle -> plugin(bundle.adapt(BundleRevision.class)))
                .toList();
        if (!plugins.isEmpty()) {
            context.getBundle(0).adapt(FrameworkWiring.class).resolveBundles(plugins);
        }
    }

    private static void refresh(BundleContext context, List<Bundle> plugins, Logger log) {
        CountDownLatch done = new CountDownLatch(1);
        FrameworkWiring wiring = context.getBundle(0).adapt(FrameworkWiring.class);
        wiring.refreshBundles(plugins, event -> done.countDown());
        try {
            if (!done.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                log.error("{} may still be started", plugins);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static boolean plugin(@Nullable BundleRevision revision) {
        if (revision == null || revision.getSymbolicName() == null) {
            return false;
        }
        String name = revision.getSymbolicName();
        return PluginBrands.TRUSTED.stream().noneMatch(name::startsWith)
                && revision.getDeclaredRequirements(null).stream().anyMatch(PluginHold::ofHouse);
    }

    private static boolean ofHouse(BundleRequirement requirement) {
        String filter = requirement.getDirectives().getOrDefault("filter", "");
        return filter.contains(PackageNamespace.PACKAGE_NAMESPACE + "=" + PluginBrands.HOUSE)
                || filter.contains(BundleNamespace.BUNDLE_NAMESPACE + "=" + PluginBrands.HOUSE);
    }

    @Override
    public void close() {
        hook.unregister();
    }

    private static final class Refuse implements ResolverHook {
        @Override
        public void filterResolvable(@Nullable Collection<BundleRevision> candidates) {
            if (candidates != null) {
                candidates.removeIf(PluginHold::plugin);
            }
        }

        @Override
        public void filterSingletonCollisions(
                @Nullable BundleCapability singleton, @Nullable Collection<BundleCapability> candidates) {
            // everybody may be who he is
        }

        @Override
        public void filterMatches(
                @Nullable BundleRequirement requirement, @Nullable Collection<BundleCapability> candidates) {
            // only whole bundles are kept out
        }

        @Override
        public void end() {
            // nothing is kept
        }
    }
}
