package org.kontor.report.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Scope;
import org.kontor.api.id.BrandId;
import org.kontor.api.plugin.Guard;
import org.kontor.api.plugin.PluginBrands;
import org.kontor.api.report.Behind;
import org.kontor.api.report.ContributedSection;
import org.kontor.api.report.Point;
import org.kontor.api.report.Report;
import org.kontor.api.report.ReportQuery;
import org.kontor.api.report.ReportSection;
import org.kontor.api.report.ReportWords;
import org.kontor.api.report.Reports;
import org.kontor.api.store.Store;
import org.kontor.report.internal.export.CsvExport;
import org.kontor.report.internal.export.XlsxExport;
import org.kontor.report.internal.figure.BehindRows;
import org.kontor.report.internal.figure.Figures;
import org.kontor.report.internal.pdf.PdfExport;
import org.kontor.report.internal.word.Words;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Reports over the store. */
@Component(service = Reports.class)
public final class ReportService implements Reports {
    private final Store store;
    private final InstantSource clock;
    private final Sections sections = new Sections();

    @Activate
    public ReportService(@Reference Store store) {
        this(store, InstantSource.system());
    }

    /** @param clock what "now" is for open inquiries */
    public ReportService(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Takes a contributed section. */
    @Reference(
            name = "section",
            service = ReportSection.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    public void addSection(ReportSection section, ServiceReference<ReportSection> reference) {
        Bundle bundle = reference.getBundle();
        // Null where it is being taken away at this moment.
        if (bundle != null) {
            addSection(section, bundle.getSymbolicName());
        }
    }

    void addSection(ReportSection section, String bundle) {
        sections.add(section, bundle);
    }

    /** The section left. */
    public void removeSection(ReportSection section) {
        sections.remove(section);
    }

    /** What sections are called through; without it none is. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void setGuard(Guard guard) {
        sections.guard(guard);
    }

    /** The guard left. */
    public void unsetGuard(Guard guard) {
        sections.noGuard(guard);
    }

    /** Who sees which brands; without it no section is called. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void setPluginBrands(PluginBrands brands) {
        sections.brands(brands);
    }

    /** That left. */
    public void unsetPluginBrands(PluginBrands brands) {
        sections.noBrands(brands);
    }

    @Override
    public List<ContributedSection> sections(Scope scope, ReportQuery query, Locale locale, IProgressMonitor monitor) {
        return sections.ask(scope, query, locale, monitor);
    }

    @Override
    public LocalDate today(Scope scope, Set<BrandId> brands) {
        Instant now = clock.instant();
        return store.read(
                scope,
                rows -> rows.brands().stream()
                        .filter(b -> brands.isEmpty() || brands.contains(b.id()))
                        .map(b -> LocalDate.ofInstant(now, b.zone()))
                        .max(Comparator.naturalOrder())
                        .orElseGet(() -> LocalDate.ofInstant(now, ZoneOffset.UTC)));
    }

    @Override
    public Report compute(Scope scope, ReportQuery query) {
        return store.read(scope, rows -> Figures.report(rows, query, clock.instant()));
    }

    @Override
    public Behind behind(Scope scope, Report report, Point point, int limit) {
        return store.read(scope, rows -> BehindRows.of(rows, report, point, limit));
    }

    @Override
    public ReportWords words(Locale locale) {
        return Words.of(locale);
    }

    @Override
    public void export(Scope scope, Report report, Behind all, Format format, Locale locale, OutputStream to)
            throws IOException {
        Words words = Words.of(locale);
        switch (format) {
            case PDF -> PdfExport.write(report, words, logo(scope, report), to);
            case CSV -> CsvExport.write(report, words, to);
            case XLSX -> XlsxExport.write(report, all, words, to);
        }
    }

    /** That of the one brand; several brands have none in common. */
    private byte @Nullable [] logo(Scope scope, Report report) {
        if (report.brands().size() != 1) {
            return null;
        }
        BrandId brand = report.brands().getFirst().id();
        return store.read(scope, rows -> rows.brandLogo(brand)).orElse(null);
    }
}
