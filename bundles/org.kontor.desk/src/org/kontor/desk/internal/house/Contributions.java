package org.kontor.desk.internal.house;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Scope;
import org.kontor.api.id.BrandId;
import org.kontor.api.plugin.Contribution;
import org.kontor.api.plugin.Guard;
import org.kontor.api.plugin.Guarded;
import org.kontor.api.plugin.PluginBrands;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** How the desk asks what bundles contribute: through the guard, and only about brands that they see. */
public final class Contributions {
    private final Guard guard;
    private final PluginBrands brands;

    public Contributions(Guard guard, PluginBrands brands) {
        this.guard = guard;
        this.brands = brands;
    }

    /** Whether a contribution may be asked about a brand. */
    public boolean sees(Object service, BrandId brand) {
        return brands.sees(bundle(service), brand);
    }

    /** What a contribution may read of {@code scope}. */
    public Scope narrow(Object service, Scope scope) {
        return brands.narrow(bundle(service), scope);
    }

    /** Asks a contribution. */
    public <S, T> Guarded<T> ask(
            Contribution.Kind kind, String id, S service, IProgressMonitor monitor, Guard.Call<S, T> call) {
        return guard.call(kind, id, service, monitor, call);
    }

    /**
     * Asks a hook for one answer to each of {@code questions}; its class is its name.
     *
     * @return empty if it does not see the brand, or has no right answer
     */
    public <S, T extends @Nullable Object> Optional<List<T>> judge(
            Contribution.Kind kind, S hook, BrandId brand, Collection<?> questions, Guard.Call<S, List<T>> call) {
        if (!sees(hook, brand)) {
            return Optional.empty();
        }
        Guard.Call<S, List<T>> checked = (service, monitor) -> {
            // A copy: what a plug-in gave away it must not change or compute any more.
            List<T> answers = new ArrayList<>(call.on(service, monitor));
            if (answers.size() != questions.size()) {
                throw new IllegalStateException(answers.size() + " answers to " + questions.size() + " questions");
            }
            return answers;
        };
        Guarded<List<T>> said = ask(kind, hook.getClass().getName(), hook, new NullProgressMonitor(), checked);
        return said instanceof Guarded.Answered<List<T>> answered ? Optional.of(answered.value()) : Optional.empty();
    }

    private static String bundle(Object service) {
        Bundle bundle = FrameworkUtil.getBundle(service.getClass());
        String name = bundle == null ? null : bundle.getSymbolicName();
        return name == null ? "" : name;
    }
}
