package org.kontor.ui.reporting.internal.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.kontor.api.access.Scope;
import org.kontor.api.id.BrandId;
import org.kontor.api.plugin.Contribution;
import org.kontor.api.plugin.Guard;
import org.kontor.api.plugin.Guarded;
import org.kontor.api.plugin.PluginBrands;
import org.kontor.api.plugin.Trouble;
import org.kontor.api.report.ReportSection;
import org.kontor.api.report.SectionModel;
import org.kontor.api.report.SectionRequest;
import org.kontor.api.report.Value;
import org.kontor.api.store.Store;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** Two contributed sections, one of which always fails, and the guard through which they are called. */
final class PlugIn implements AutoCloseable {
    static final String GOOD = "sample.orders";

    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();

    PlugIn() {
        BundleContext bundles = FrameworkUtil.getBundle(ReportingView.class).getBundleContext();
        registrations.add(bundles.registerService(PluginBrands.class, new AllBrands(), null));
        registrations.add(bundles.registerService(Guard.class, new PlainGuard(), null));
        registrations.add(bundles.registerService(ReportSection.class, new Section(GOOD, 1), null));
        registrations.add(bundles.registerService(ReportSection.class, new Section("sample.broken", 2), null));
    }

    @Override
    public void close() {
        registrations.forEach(ServiceRegistration::unregister);
    }

    private record Section(String id, int order) implements ReportSection {
        @Override
        public Optional<SectionModel> compute(SectionRequest request, IProgressMonitor monitor) {
            if (order == 2) {
                throw new IllegalStateException("absichtlich");
            }
            return Optional.of(new SectionModel(
                    "Bestellungen",
                    "Bestellungen im Zeitraum.",
                    List.of("Anzahl"),
                    List.of(new SectionModel.Row("Nordwind", List.of(new Value.Count(7))))));
        }
    }

    private static final class PlainGuard implements Guard {
        @Override
        public <S, T> Guarded<T> call(
                Contribution.Kind kind, String id, S service, IProgressMonitor monitor, Call<S, T> call) {
            try {
                return new Guarded.Answered<>(call.on(service, monitor));
            } catch (Exception thrown) {
                return new Guarded.Off<>(new Trouble(
                        new Contribution("sample", kind, id),
                        Trouble.Reason.THREW,
                        String.valueOf(thrown.getMessage()),
                        Instant.EPOCH,
                        3,
                        true));
            }
        }

        @Override
        public List<Trouble> troubles() {
            return List.of();
        }

        @Override
        public void tryAgain(Contribution contribution) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean safeMode() {
            return false;
        }

        @Override
        public Store.Registration onChange(Runnable listener) {
            return () -> {};
        }
    }

    private static final class AllBrands implements PluginBrands {
        @Override
        public boolean sees(String bundle, BrandId brand) {
            return true;
        }

        @Override
        public Scope narrow(String bundle, Scope scope) {
            return scope;
        }

        @Override
        public Set<BrandId> chosen(String plugin) {
            return Set.of();
        }

        @Override
        public void choose(String plugin, Set<String> bundles, Set<BrandId> brands) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void forget(String plugin) {
            throw new UnsupportedOperationException();
        }
    }
}
