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
import org.kontor.api.plugin.Trouble;
import org.kontor.api.report.ContributedSection;
import org.kontor.api.report.ReportQuery;
import org.kontor.api.report.ReportSection;
import org.kontor.api.report.SectionModel;
import org.kontor.api.report.SectionRequest;

/** The contributed sections that are there, and the one way to ask them. Safe for use by several threads. */
final class Sections {
    /** @param bundle the symbolic name of the bundle that it comes from */
    private record Known(ReportSection section, String bundle) {}

    private record Name(String id, int order) {}

    private record Placed(ReportSection section, Name name, SectionRequest request) {}

    private static final int MOST_WORDS = 500;

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
        List<Placed> placed = new ArrayList<>();
        List<ContributedSection> nameless = new ArrayList<>();
        for (Known one : known) {
            // Whom the report does not concern is not asked anything.
            Optional<SectionRequest> request = request(one.bundle(), seen, scope, query, locale);
            if (request.isPresent()) {
                switch (name(through, one, monitor)) {
                    case Guarded.Answered<Name>(Name name) ->
                        placed.add(new Placed(one.section(), name, request.get()));
                    case Guarded.Failed<Name>(Trouble trouble) -> nameless.add(missing(trouble));
                    case Guarded.Off<Name>(Trouble trouble) -> nameless.add(missing(trouble));
                }
            }
        }
        placed.sort(Comparator.comparingInt((Placed one) -> one.name().order())
                .thenComparing(one -> one.name().id()));
        List<ContributedSection> answers = new ArrayList<>();
        for (Placed one : placed) {
            if (monitor.isCanceled()) {
                break;
            }
            ask(through, one, monitor).ifPresent(answers::add);
        }
        answers.addAll(nameless);
        return answers;
    }

    /** Id and order are the plug-in's code as well: who does not even say them is called by its class. */
    private static Guarded<Name> name(Guard guard, Known one, IProgressMonitor monitor) {
        ReportSection section = one.section();
        return guard.call(
                Contribution.Kind.REPORT_SECTION,
                section.getClass().getName(),
                section,
                monitor,
                (s, m) -> new Name(s.id().isBlank() ? one.bundle() : s.id(), s.order()));
    }

    private static ContributedSection missing(Trouble trouble) {
        return new ContributedSection.Missing(trouble.contribution().id(), trouble);
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

    private static Optional<ContributedSection> ask(Guard guard, Placed one, IProgressMonitor monitor) {
        String id = one.name().id();
        Guarded<Optional<SectionModel>> answer = guard.call(
                Contribution.Kind.REPORT_SECTION,
                id,
                one.section(),
                monitor,
                (s, m) -> s.compute(one.request(), m).map(Sections::cut));
        return switch (answer) {
            case Guarded.Answered<Optional<SectionModel>>(Optional<SectionModel> model) ->
                model.map(shown -> new ContributedSection.Shown(id, shown));
            case Guarded.Failed<Optional<SectionModel>>(Trouble trouble) ->
                Optional.of(new ContributedSection.Missing(id, trouble));
            case Guarded.Off<Optional<SectionModel>>(Trouble trouble) ->
                Optional.of(new ContributedSection.Missing(id, trouble));
        };
    }

    /** What has room, on the screen and on paper. */
    private static SectionModel cut(SectionModel model) {
        return new SectionModel(
                cut(model.title()),
                cut(model.definition()),
                model.columns().stream().map(Sections::cut).toList(),
                model.rows().stream()
                        .limit(SectionModel.MOST_ROWS)
                        .map(row -> new SectionModel.Row(cut(row.label()), row.values()))
                        .toList());
    }

    private static String cut(String words) {
        return words.length() > MOST_WORDS ? words.substring(0, MOST_WORDS) + "\u2026" : words;
    }
}
