package org.kontor.plugins.internal.headless;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Grants;
import org.kontor.api.account.Brand;
import org.kontor.api.plugin.Plugins;
import org.kontor.api.store.ReadRows;
import org.kontor.api.store.Store;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/** {@code kontor plugins ...}: plug-ins without a window. */
public final class PluginsApplication implements IApplication {
    private static final long PATIENCE_MILLIS = TimeUnit.SECONDS.toMillis(60);

    private final IProgressMonitor monitor = new NullProgressMonitor();

    @Override
    public Object start(@Nullable IApplicationContext context) throws InterruptedException {
        String[] words = {};
        if (context != null) {
            context.applicationRunning();
            Object given = context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
            words = given instanceof String[] some ? some : words;
        }
        Plugins plugins = service(Plugins.class);
        if (plugins == null) {
            Console.say("The data folder cannot be written; name another one with --data.");
            return CommandRun.NOT_DONE;
        }
        return new CommandRun(plugins, PluginsApplication::brands, Console::line, Console::say, monitor)
                .run(Command.parse(List.of(words)));
    }

    private static List<Brand> brands() {
        try {
            Store store = service(Store.class);
            Grants grants = service(Grants.class);
            if (store == null || grants == null) {
                throw new IllegalStateException("its database cannot be opened");
            }
            return store.read(grants.system(), ReadRows::brands);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("cancelled", e);
        }
    }

    private static <T> @Nullable T service(Class<T> type) throws InterruptedException {
        BundleContext bundles =
                FrameworkUtil.getBundle(PluginsApplication.class).getBundleContext();
        // Not closed: what it found is used until the process ends.
        ServiceTracker<T, T> tracker = new ServiceTracker<>(bundles, type, null);
        tracker.open();
        return tracker.waitForService(PATIENCE_MILLIS);
    }

    @Override
    public void stop() {
        monitor.setCanceled(true);
    }
}
