package org.kontor.app.internal.window;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.ui.model.application.MApplication;
import org.kontor.api.id.BrandId;
import org.kontor.ui.api.BrandFilter;
import org.kontor.ui.api.ContextKeys;

/** The brand filter as it stands in the application's context, where every view finds it. */
@Creatable
@Singleton
public final class BrandSelection {
    private final MApplication application;

    @Inject
    public BrandSelection(MApplication application) {
        this.application = application;
    }

    /** Which brands are shown. */
    public BrandFilter filter() {
        Object filter = application.getContext().get(ContextKeys.BRANDS);
        return filter instanceof BrandFilter given ? given : BrandFilter.ALL;
    }

    /** Shows others. */
    public void choose(BrandFilter filter) {
        application.getContext().set(ContextKeys.BRANDS, filter);
    }

    /** Shows all brands. */
    public void all() {
        application.getContext().set(ContextKeys.BRANDS, BrandFilter.ALL);
    }

    /** Shows one brand alone. */
    public void only(BrandId brand) {
        application.getContext().set(ContextKeys.BRANDS, new BrandFilter(Set.of(brand)));
    }

    /**
     * Shows a brand or leaves it out; leaving the last one out shows all.
     *
     * @param every all brands there are
     */
    public void toggle(BrandId brand, Set<BrandId> every) {
        Set<BrandId> shown = new HashSet<>(filter().all() ? every : filter().brands());
        if (!shown.remove(brand)) {
            shown.add(brand);
        }
        boolean all = shown.containsAll(every);
        application.getContext().set(ContextKeys.BRANDS, all ? BrandFilter.ALL : new BrandFilter(shown));
    }
}
