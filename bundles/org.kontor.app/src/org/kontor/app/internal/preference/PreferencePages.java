package org.kontor.app.internal.preference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.core.runtime.IProgressMonitor;
import org.kontor.api.plugin.Contribution;
import org.kontor.api.plugin.Guarded;
import org.kontor.app.internal.model.GuardedCalls;
import org.kontor.ui.api.preference.PreferencePage;
import org.kontor.ui.api.preference.PreferencePage.Page;
import org.kontor.ui.api.preference.PreferencePage.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The pages that bundles bring, each called through the guard. All but {@link #all} are for worker threads. */
@Component(service = PreferencePages.class)
public final class PreferencePages {
    private final GuardedCalls guard;
    private final List<PreferencePage> pages = new CopyOnWriteArrayList<>();

    @Activate
    public PreferencePages(@Reference GuardedCalls guard) {
        this.guard = guard;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addPage(PreferencePage page) {
        pages.add(page);
    }

    void removePage(PreferencePage page) {
        pages.remove(page);
    }

    /** Those that are there now. */
    public List<PreferencePage> all() {
        return new ArrayList<>(pages);
    }

    /** A page as it stands. */
    public Guarded<Page> read(PreferencePage page, Locale locale, IProgressMonitor monitor) throws Exception {
        return guard.call(
                Contribution.Kind.PREFERENCES, page.id(), page, monitor, (service, watched) -> service.page(locale));
    }

    /** Keeps the values of a page; answers what is wrong with them. */
    public Guarded<List<Problem>> save(
            PreferencePage page, Map<String, String> values, Locale locale, IProgressMonitor monitor) throws Exception {
        return guard.call(
                Contribution.Kind.PREFERENCES,
                page.id(),
                page,
                monitor,
                (service, watched) -> List.copyOf(service.save(values, locale)));
    }
}
