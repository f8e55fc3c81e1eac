package org.kontor.ui.inbox.internal.fake;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.kontor.api.access.Scope;
import org.kontor.api.id.BrandId;
import org.kontor.api.plugin.Contribution;
import org.kontor.api.plugin.Guard;
import org.kontor.api.plugin.Guarded;
import org.kontor.api.plugin.PluginBrands;
import org.kontor.api.plugin.Trouble;
import org.kontor.api.store.Store;

/** Calls on the caller's thread and shows every brand but those that a test hides; what throws a TimeoutException was slow. */
public final class FakeGuard implements Guard, PluginBrands {
    private final Map<Contribution, Trouble> troubles = new ConcurrentHashMap<>();
    public final Set<BrandId> hidden = new HashSet<>();

    @Override
    public <S, T> Guarded<T> call(
            Contribution.Kind kind, String id, S service, IProgressMonitor monitor, Call<S, T> call) {
        Contribution what = new Contribution("sample.plug", kind, id);
        Trouble before = troubles.get(what);
        if (before != null && before.off()) {
            return new Guarded.Off<>(before);
        }
        try {
            T value = call.on(service, monitor);
            troubles.remove(what);
            return new Guarded.Answered<>(value);
        } catch (Exception e) {
            int faults = before == null ? 1 : before.faults() + 1;
            Trouble.Reason reason = e instanceof TimeoutException ? Trouble.Reason.SLOW : Trouble.Reason.THREW;
            Trouble trouble = new Trouble(
                    what, reason, String.valueOf(e.getMessage()), Instant.EPOCH, faults, faults >= PATIENCE);
            troubles.put(what, trouble);
            return new Guarded.Failed<>(trouble);
        }
    }

    @Override
    public List<Trouble> troubles() {
        return List.copyOf(troubles.values());
    }

    @Override
    public void tryAgain(Contribution contribution) {
        troubles.remove(contribution);
    }

    @Override
    public boolean safeMode() {
        return false;
    }

    @Override
    public Store.Registration onChange(Runnable listener) {
        return () -> {};
    }

    @Override
    public boolean sees(String bundle, BrandId brand) {
        return !hidden.contains(brand);
    }

    @Override
    public Scope narrow(String bundle, Scope scope) {
        Set<BrandId> seen = new HashSet<>(scope.brands());
        seen.removeAll(hidden);
        return scope.only(seen);
    }

    @Override
    public Set<BrandId> chosen(String plugin) {
        return Set.of();
    }

    @Override
    public void choose(String plugin, Set<String> bundles, Set<BrandId> brands) {}

    @Override
    public void forget(String plugin) {}
}
