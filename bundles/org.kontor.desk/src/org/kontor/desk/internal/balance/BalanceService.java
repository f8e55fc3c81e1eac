package org.kontor.desk.internal.balance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.kontor.api.access.Right;
import org.kontor.api.access.Scope;
import org.kontor.api.audit.AuditAction;
import org.kontor.api.audit.AuditField;
import org.kontor.api.audit.AuditSubject;
import org.kontor.api.id.BrandId;
import org.kontor.api.ledger.BalanceDifference;
import org.kontor.api.ledger.Balances;
import org.kontor.api.store.ReadRows;
import org.kontor.api.store.Store;
import org.kontor.api.store.WriteRows;
import org.kontor.desk.internal.house.House;
import org.kontor.desk.internal.house.Trail;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Counts a brand a week of days in each transaction, and remembers what the last check found. */
@Component(service = Balances.class)
public final class BalanceService implements Balances {
    private static final int DAYS = 7;

    private final Store store;
    private final Trail trail;
    private final Map<BrandId, List<BalanceDifference>> known = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    @Activate
    public BalanceService(@Reference Store store, @Reference House house) {
        this.store = store;
        trail = new Trail(house);
    }

    @Override
    public List<BalanceDifference> check(Scope scope, BrandId brand, IProgressMonitor monitor) {
        List<BalanceDifference> found = new ArrayList<>();
        Optional<ReadRows.Span> days = store.read(scope, rows -> rows.ledgerDays(brand));
        SubMonitor progress = SubMonitor.convert(monitor, 1);
        if (days.isPresent()) {
            ReadRows.Span span = days.get();
            progress.setWorkRemaining(
                    (int) (span.last().toEpochDay() - span.first().toEpochDay()) / DAYS + 2);
            for (LocalDate day = span.first();
                    !day.isAfter(span.last()) && !progress.isCanceled();
                    day = day.plusDays(DAYS)) {
                LocalDate from = day;
                found.addAll(store.read(scope, rows -> rows.dayDifferences(brand, from, from.plusDays(DAYS - 1L))));
                progress.worked(1);
            }
        }
        if (!progress.isCanceled()) {
            found.addAll(store.read(scope, rows -> rows.totalDifferences(brand)));
            progress.worked(1);
            remember(brand, found);
        }
        return List.copyOf(found);
    }

    private void remember(BrandId brand, List<BalanceDifference> found) {
        List<BalanceDifference> now = List.copyOf(found);
        List<BalanceDifference> before = known.put(brand, now);
        if (!now.equals(before == null ? List.of() : before)) {
            listeners.forEach(Runnable::run);
        }
    }

    @Override
    public List<BalanceDifference> known(Set<BrandId> brands) {
        return brands.stream()
                .flatMap(brand -> known.getOrDefault(brand, List.of()).stream())
                .toList();
    }

    @Override
    public List<BalanceDifference> recount(Scope scope, BrandId brand, IProgressMonitor monitor) {
        scope.require(brand, Right.SET_UP);
        SubMonitor progress = SubMonitor.convert(monitor, 2);
        for (BalanceDifference difference : check(scope, brand, progress.split(1))) {
            // Each by itself: a brand with many is no reason for everybody to wait.
            store.write(scope, rows -> {
                rows.recount(difference);
                note(rows, difference);
                return brand;
            });
        }
        return check(scope, brand, progress.split(1));
    }

    private void note(WriteRows rows, BalanceDifference difference) {
        List<AuditField> fields = new ArrayList<>();
        AuditSubject subject = new AuditSubject.OfBrand(difference.brand());
        switch (difference) {
            case BalanceDifference.OfInquiries none -> {
                return;
            }
            case BalanceDifference.OfEvents events -> {
                subject = new AuditSubject.OfAccount(events.account());
                fields.add(AuditField.of("number", events.number()));
                LocalDate day = events.day();
                if (day != null) {
                    fields.add(AuditField.of("day", day));
                }
            }
            case BalanceDifference.OfQueue queue -> fields.add(AuditField.of("number", queue.queue()));
        }
        fields.add(AuditField.of("count", difference.counted()));
        fields.add(AuditField.of("count.before", difference.kept()));
        trail.note(rows, difference.brand(), AuditAction.RECOUNT, subject, fields);
    }

    @Override
    public Store.Registration onChange(Runnable listener) {
        Runnable own = listener::run;
        listeners.add(own);
        return () -> listeners.remove(own);
    }
}
