package org.kontor.guard.internal.watch;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.kontor.api.plugin.Contribution;
import org.kontor.api.plugin.Watchdog;
import org.kontor.api.store.Store;
import org.kontor.guard.internal.call.GuardService;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Watches UI threads and has the guard write down who kept one busy. */
@Component(service = {Watchdog.class, WatchdogService.class})
public final class WatchdogService implements Watchdog {
    /** Another limit in milliseconds, for slow machines and for tests. */
    static final String LIMIT = "kontor.watchdog.limit";

    private final GuardService guard;
    private final Culprit culprit;
    private final Duration limit;
    private final List<WindowWatch> watches = new CopyOnWriteArrayList<>();

    @Activate
    public WatchdogService(@Reference GuardService guard, BundleContext bundles) {
        this.guard = guard;
        culprit = new Culprit(() -> PluginClasses.of(bundles));
        limit = Duration.ofMillis(
                Long.getLong(LIMIT, Contribution.Kind.WINDOW.limit().toMillis()));
    }

    @Override
    public Store.Registration watch(Thread thread, Executor post) {
        WindowWatch watch = new WindowWatch(
                thread,
                post,
                culprit,
                limit,
                (found, time) -> guard.block(found.bundle(), time.toMillis() + " ms in " + found.where()));
        watches.add(watch);
        Thread.ofPlatform().daemon().name("window watchdog").start(watch);
        return () -> {
            watch.end();
            watches.remove(watch);
        };
    }

    @Deactivate
    void close() {
        watches.forEach(WindowWatch::end);
    }

    /** How many beats the watched windows have answered. */
    public long beats() {
        return watches.stream().mapToLong(WindowWatch::beats).sum();
    }
}
