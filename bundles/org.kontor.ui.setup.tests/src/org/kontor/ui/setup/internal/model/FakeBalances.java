package org.kontor.ui.setup.internal.model;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.core.runtime.IProgressMonitor;
import org.kontor.api.access.Scope;
import org.kontor.api.id.BrandId;
import org.kontor.api.ledger.BalanceDifference;
import org.kontor.api.ledger.Balances;
import org.kontor.api.store.Store;
import org.kontor.api.store.UiThread;

/** Balances in memory: a check finds what the test put there, a recount mends it. */
public final class FakeBalances implements Balances {
    public final List<BalanceDifference> wrong = new CopyOnWriteArrayList<>();
    private volatile List<BalanceDifference> known = List.of();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    @Override
    public List<BalanceDifference> check(Scope scope, BrandId brand, IProgressMonitor monitor) {
        UiThread.forbid("Balances.check");
        known = List.copyOf(wrong);
        listeners.forEach(Runnable::run);
        return known;
    }

    @Override
    public List<BalanceDifference> known(Set<BrandId> brands) {
        return known.stream().filter(d -> brands.contains(d.brand())).toList();
    }

    @Override
    public List<BalanceDifference> recount(Scope scope, BrandId brand, IProgressMonitor monitor) {
        wrong.clear();
        return check(scope, brand, monitor);
    }

    @Override
    public Store.Registration onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
