package org.kontor.desk.internal.balance;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.kontor.api.access.Grants;
import org.kontor.api.account.Brand;
import org.kontor.api.id.BrandId;
import org.kontor.api.ledger.BalanceDifference;
import org.kontor.api.ledger.Balances;
import org.kontor.api.store.Store;
import org.kontor.desk.internal.house.House;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.log.Logger;
import org.osgi.service.log.LoggerFactory;

/** Checks the balances of every brand once on each of its days, in the background, some time after the start. */
@Component(service = DailyCheck.class, immediate = true)
public final class DailyCheck {
    private static final long FIRST_MINUTES = 5;
    private static final long EVERY_MINUTES = 60;

    private final Store store;
    private final Grants grants;
    private final Balances balances;
    private final House house;
    private final Logger log;
    private final Map<BrandId, LocalDate> checked = new HashMap<>();
    private final NullProgressMonitor monitor = new NullProgressMonitor();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "kontor daily check");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public DailyCheck(
            @Reference Store store,
            @Reference Grants grants,
            @Reference Balances balances,
            @Reference House house,
            @Reference(service = LoggerFactory.class) Logger log) {
        this.store = store;
        this.grants = grants;
        this.balances = balances;
        this.house = house;
        this.log = log;
        timer.scheduleWithFixedDelay(this::turn, FIRST_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    private void turn() {
        try {
            checkDue();
        } catch (RuntimeException e) {
            // The timer would end with it; the next turn tries again.
            log.error("The balances could not be checked", e);
        }
    }

    /** Checks the brands that were not checked on their present day. */
    void checkDue() {
        List<Brand> brands = store.read(grants.system(), rows -> rows.brands());
        for (Brand brand : brands) {
            LocalDate today = LocalDate.ofInstant(house.now(), brand.zone());
            if (!monitor.isCanceled() && !today.equals(checked.get(brand.id()))) {
                List<BalanceDifference> found = balances.check(grants.system(brand.id()), brand.id(), monitor);
                checked.put(brand.id(), today);
                if (!found.isEmpty()) {
                    log.error("{} kept numbers of {} are not what its rows say", found.size(), brand.id());
                }
            }
        }
    }

    /** Ends after the step at hand: the store closes next. */
    @Deactivate
    public void close() throws InterruptedException {
        monitor.setCanceled(true);
        timer.shutdown();
        timer.awaitTermination(1, TimeUnit.MINUTES);
    }
}
