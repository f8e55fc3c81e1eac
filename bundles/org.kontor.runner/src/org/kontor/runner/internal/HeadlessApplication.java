package org.kontor.runner.internal;

import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.jspecify.annotations.Nullable;
import org.kontor.api.runner.Runner;
import org.kontor.api.runner.Settled;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/** Receives and sends without a window, until the process is told to end. */
public final class HeadlessApplication implements IApplication {
    private static final long PATIENCE_MILLIS = 60_000;

    private final CountDownLatch end = new CountDownLatch(1);

    @Override
    public Object start(@Nullable IApplicationContext context) throws InterruptedException {
        if (context != null) {
            context.applicationRunning();
        }
        BundleContext bundles =
                FrameworkUtil.getBundle(HeadlessApplication.class).getBundleContext();
        ServiceTracker<Runner, Runner> tracker = new ServiceTracker<>(bundles, Runner.class, null);
        tracker.open();
        try {
            if (tracker.waitForService(PATIENCE_MILLIS) == null) {
                throw new IllegalStateException(
                        "The store could not be opened, so nothing can be received; the log says why");
            }
            bundles.registerService(Settled.class, new Settled(Instant.now()), null);
            end.await();
            return EXIT_OK;
        } finally {
            tracker.close();
        }
    }

    @Override
    public void stop() {
        end.countDown();
    }
}
