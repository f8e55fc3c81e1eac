package org.kontor.report.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.core.runtime.IProgressMonitor;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Scope;
import org.kontor.api.id.BrandId;
import org.kontor.api.plugin.Contribution;
import org.kontor.api.plugin.Guard;
import org.kontor.api.plugin.Guarded;
import org.kontor.api.plugin.PluginBrands;
import org.kontor.api.report.ContributedSection;
import org.kontor.api.report.ReportQuery;
import org.kontor.api.report.ReportSection;
import org.kontor.api.report.SectionModel;
import org.kontor.api.report.SectionRequest;

/** The contributed sections that are there, and the one way to ask them. Safe for use by several threads. */
final class Sections {
    /** @param bundle the symbolic name of the bundle that it comes from */
    private record Known(ReportSection section, String bundle) {}

    private final List<Known> known = new CopyOnWriteArrayList<>();
    private volatile @Nullable Guard guard;
    private volatile @Nullable PluginBrands brands;

    void add(ReportSection section, String bundle) {
        known.add(new Known(section, bundle));
    }

    void remove(ReportSection section) {
        known.removeIf(k -> k.section() == section);
    }

    void guard(Guard now) {
        guard = now;
    }

    /** The next one may have come before this one leaves. */
    void noGuard(Guard gone) {
        if (guard == gone) {
            guard = null;
        }
    }

    void brands(PluginBrands now) {
        brands = now;
    }

    void noBrands(PluginBrands gone) {
        if (brands == gone) {
            brands = null;
        }
    }

    List<ContributedSection> ask(Scope scope, ReportQuery query, Locale locale, IProgressMonitor monitor) {
        Guard through = guard;
        PluginBrands seen = brands;
        if (through == null || seen == null) {
            return List.of();
        }
        List<Known> asked = new ArrayList<>(known);
        // A plug-in's code says both: it must not be able to break the order or the report by what it throws.
        record Placed(Known known, String id, int order) {}
        List<Placed> placed = new ArrayList<>();
        for (Known one : asked) {
            placed.add(new Placed(one, id(one), order(one)));
        }
        placed.sort(Comparator.comparingInt(Placed::order).thenComparing(Placed::id));
        List<ContributedSection> answers = new ArrayList<>();
        for (Placed one : placed) {
            if (monitor.isCanceled()) {
                break;
            }
            request(one.known().bundle(), seen, scope, query, locale)
                    .flatMap(request -> ask(through, one.known().section(), one.id(), request, monitor))
                    .ifPresent(answers::add);
        }
        return answers;
    }

    private static String id(Known one) {
        try {
            String id = one.section().id();
            return id.isBlank() ? one.bundle() : id;
        } catch (RuntimeException broken) {
            return one.bundle();
        }
    }

    private static int order(Known one) {
        try {
            return one.section().order();
        } catch (RuntimeException broken) {
            return Integer.MAX_VALUE;
        }
    }

    /** What a bundle is asked; nothing where it sees none of the brands. */
    private static Optional<SectionRequest> request(
            String bundle, PluginBrands seen, Scope scope, ReportQuery query, Locale locale) {
        Scope narrow = seen.narrow(bundle, scope);
        Set<BrandId> wanted = new HashSet<>(query.brands().isEmpty() ? scope.brands() : query.brands());
        wanted.retainAll(narrow.brands());
        return wanted.isEmpty()
                ? Optional.empty()
                : Optional.of(new SectionRequest(
                        narrow.only(wanted), new ReportQuery(query.range(), wanted, query.channels()), locale));
    }

    private static Optional<ContributedSection> ask(
            Guard guard, ReportSection section, String id, SectionRequest request, IProgressMonitor monitor) {
        Guarded<Optional<SectionModel>> answer =
                guard.call(Contribution.Kind.REPORT_SECTION, id, section, monitor, (s, m) -> s.compute(request, m));
        return switch (answer) {
            case Guarded.Answered<Optional<SectionModel>> a ->
                a.value().map(model -> new ContributedSection.Shown(id, cut(model)));
            case Guarded.Failed<Optional<SectionModel>> f ->
                Optional.of(new ContributedSection.Missing(id, f.trouble()));
            case Guarded.Off<Optional<SectionModel>> off ->
                Optional.of(new ContributedSection.Missing(id, off.trouble()));
        };
    }

    private static SectionModel cut(SectionModel model) {
        return model.rows().size() <= SectionModel.MOST_ROWS
                ? model
                : new SectionModel(
                        model.title(),
                        model.definition(),
                        model.columns(),
                        model.rows().subList(0, SectionModel.MOST_ROWS));
    }
}
