package org.kontor.desk.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.kontor.api.access.Scope;
import org.kontor.api.id.BrandId;
import org.kontor.api.plugin.Contribution;
import org.kontor.api.plugin.Guard;
import org.kontor.api.plugin.Guarded;
import org.kontor.api.plugin.PluginBrands;
import org.kontor.api.plugin.Trouble;
import org.kontor.api.store.Store;

/** Calls on the caller's thread, switches nothing off, and shows every brand but those that a test hides. */
public final class PlainGuard implements Guard, PluginBrands {
    private final List<Trouble> troubles = new ArrayList<>();
    public final Set<BrandId> hidden = new HashSet<>();
    /** Lets exceptions through, as a bug of the house in its place would. */
    public boolean broken;

    @Override
    public synchronized <S, T> Guarded<T> call(
            Contribution.Kind kind, String id, S service, IProgressMonitor monitor, Call<S, T> call) {
        try {
            return new Guarded.Answered<>(call.on(service, monitor));
        } catch (Exception e) {
            if (broken && e instanceof RuntimeException bug) {
                throw bug;
            }
            Trouble trouble = new Trouble(
                    new Contribution("sample.plug", kind, id),
                    Trouble.Reason.THREW,
                    String.valueOf(e.getMessage()),
                    Instant.EPOCH,
                    1,
                    false);
            troubles.add(trouble);
            return new Guarded.Failed<>(trouble);
        }
    }

    @Override
    public synchronized List<Trouble> troubles() {
        return List.copyOf(troubles);
    }

    @Override
    public void tryAgain(Contribution contribution) {}

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
