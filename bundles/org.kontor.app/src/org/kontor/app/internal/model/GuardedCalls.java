package org.kontor.app.internal.model;

import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Scope;
import org.kontor.api.plugin.Contribution;
import org.kontor.api.plugin.Guard;
import org.kontor.api.plugin.Guarded;
import org.kontor.api.plugin.PluginBrands;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Calls what bundles contribute: through the guard, which may come late or, in a window of a test, not at all. */
@Component(service = GuardedCalls.class)
public final class GuardedCalls {
    private volatile @Nullable Guard guard;
    private volatile @Nullable PluginBrands brands;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setGuard(Guard bound) {
        guard = bound;
    }

    void unsetGuard(Guard gone) {
        guard = null;
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setBrands(PluginBrands bound) {
        brands = bound;
    }

    void unsetBrands(PluginBrands gone) {
        brands = null;
    }

    /**
     * Calls a contribution; not for the UI thread.
     *
     * @throws Exception what it threw, if there is no guard
     */
    public <S, T> Guarded<T> call(
            Contribution.Kind kind, String id, S service, IProgressMonitor monitor, Guard.Call<S, T> call)
            throws Exception {
        Guard watch = guard;
        return watch == null
                ? new Guarded.Answered<>(call.on(service, monitor))
                : watch.call(kind, id, service, monitor, call);
    }

    /** The scope as a bundle may have it. While nobody says what a plug-in may see, it sees nothing. */
    public Scope narrow(String bundle, Scope scope) {
        PluginBrands chosen = brands;
        if (chosen != null) {
            return chosen.narrow(bundle, scope);
        }
        return bundle.startsWith(PluginBrands.HOUSE) ? scope : scope.only(Set.of());
    }
}
