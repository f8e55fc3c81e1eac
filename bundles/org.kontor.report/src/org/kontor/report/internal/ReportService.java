package org.kontor.report.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import org.kontor.api.access.Scope;
import org.kontor.api.id.BrandId;
import org.kontor.api.report.Behind;
import org.kontor.api.report.Point;
import org.kontor.api.report.Report;
import org.kontor.api.report.ReportQuery;
import org.kontor.api.report.ReportWords;
import org.kontor.api.report.Reports;
import org.kontor.api.store.Store;
import org.kontor.report.internal.export.CsvExport;
import org.kontor.report.internal.export.XlsxExport;
import org.kontor.report.internal.figure.BehindRows;
import org.kontor.report.internal.figure.Figures;
import org.kontor.report.internal.word.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reports over the store. */
@Component(service = Reports.class)
public final class ReportService implements Reports {
    private final Store store;
    private final InstantSource clock;

    @Activate
    public ReportService(@Reference Store store) {
        this(store, InstantSource.system());
    }

    /** @param clock what "now" is for open inquiries */
    public ReportService(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
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
    public void export(Report report, Behind all, Format format, Locale locale, OutputStream to) throws IOException {
        Words words = Words.of(locale);
        switch (format) {
            case CSV -> CsvExport.write(report, words, to);
            case XLSX -> XlsxExport.write(report, all, words, to);
        }
    }
}
