package org.kontor.escalation.internal.clock;

import org.kontor.api.access.Grants;
import org.kontor.api.id.BrandId;
import org.kontor.api.runner.Settled;
import org.kontor.api.store.StoreException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.log.Logger;
import org.osgi.service.log.LoggerFactory;

/**
 * Starts, once after the beginning, the clocks of inquiries that were received while no clock hook was there: by a process
 * that had none, or before this one had started them all. It looks through all open inquiries, so it waits for the end of the
 * start.
 */
@Component(service = MissingClocks.class, immediate = true)
public final class MissingClocks {
    private final PolicyService policies;
    private final Grants grants;
    private final Logger logger;
    private final Thread thread = new Thread(this::run, "kontor missing clocks");
    private volatile boolean closed;

    @Activate
    public MissingClocks(
            @Reference PolicyService policies,
            @Reference Grants grants,
            @Reference Settled settled,
            @Reference(service = LoggerFactory.class) Logger logger) {
        this.policies = policies;
        this.grants = grants;
        this.logger = logger;
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            int started = 0;
            for (BrandId brand : grants.system().brands()) {
                started += policies.startMissing(brand, () -> !closed);
            }
            if (started > 0) {
                logger.info("started the clocks of {} inquiries that had none", started);
            }
        } catch (StoreException e) {
            // Whoever opens the store for the user says what to do; the next start looks again.
            logger.warn("could not look for inquiries without a clock", e);
        }
    }

    /** Ends after the page at hand: the store closes next. */
    @Deactivate
    public void close() throws InterruptedException {
        closed = true;
        thread.join();
    }
}
