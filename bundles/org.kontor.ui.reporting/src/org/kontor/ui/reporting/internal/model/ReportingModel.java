package org.kontor.ui.reporting.internal.model;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Scope;
import org.kontor.api.account.ChannelType;
import org.kontor.api.id.BrandId;
import org.kontor.api.report.Behind;
import org.kontor.api.report.Chart;
import org.kontor.api.report.Key;
import org.kontor.api.report.Metric;
import org.kontor.api.report.Point;
import org.kontor.api.report.Report;
import org.kontor.api.report.ReportQuery;
import org.kontor.api.report.ReportRange;
import org.kontor.api.report.ReportWords;
import org.kontor.api.report.Reports;
import org.kontor.api.report.Value;
import org.kontor.api.store.Store;
import org.kontor.ui.api.TimeRange;
import org.kontor.ui.common.work.Work;

/**
 * The reporting perspective: which report is seen, which of its numbers was opened, what became of an export. Belongs to the
 * UI thread.
 */
public final class ReportingModel implements AutoCloseable {
    private static final int MOST_SHOWN = 1_000;
    private static final int MOST_EXPORTED = 100_000;
    /** Contributed sections are asked again after so long, while the report stays the same. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ReportingServices services;
    private final Messages messages;
    private final ReportWords words;
    private final Listeners listeners = new Listeners();
    private final Work.Lane reading;
    private final Work.Lane drilling;
    private final Work.Lane asking;
    private final Store.Registration registration;

    private TimeRange range = TimeRange.USUAL;
    private Set<BrandId> brands = Set.of();
    private Set<ChannelType> channels = Set.of();
    private List<ChannelType> known = List.of();
    private boolean tables;
    private @Nullable Report report;
    private @Nullable Point point;
    private @Nullable Behind behind;
    private String failure = "";
    private String notice = "";
    private @Nullable Instant asked;
    private boolean loading;
    /** Set by store threads. */
    private volatile boolean stale;

    public ReportingModel(ReportingServices services, Messages messages) {
        this.services = services;
        this.messages = messages;
        words = services.reports().words(messages.locale());
        reading = services.work().lane(messages.text("job.compute"), ReportingServices.FAMILY);
        drilling = services.work().lane(messages.text("job.behind"), ReportingServices.FAMILY);
        asking = services.work().lane(messages.text("job.sections"), ReportingServices.FAMILY);
        registration = services.store().onCommit(seq -> stale = true);
    }

    /** Calls {@code listener} after every change. */
    public Runnable onChange(Runnable listener) {
        return listeners.add(listener);
    }

    /** The words of the report. */
    public ReportWords words() {
        return words;
    }

    /** Computes the report anew, in a job. */
    public void reload() {
        loading = true;
        stale = false;
        TimeRange wanted = range;
        Set<BrandId> of = brands;
        Set<ChannelType> only = channels;
        reading.run(
                monitor -> {
                    Scope scope = services.grants().current();
                    Reports reports = services.reports();
                    ReportRange days = wanted.days(reports.today(scope, of));
                    return reports.compute(scope, new ReportQuery(days, of, only));
                },
                this::computed,
                fault -> {
                    loading = false;
                    failure = messages.text("load.failed", String.valueOf(fault.getMessage()));
                    listeners.fire();
                });
        listeners.fire();
    }

    private void computed(Report now) {
        loading = false;
        failure = "";
        Report before = report;
        report = before != null && before.query().equals(now.query()) ? now.with(before.sections()) : now;
        boolean same = report != now;
        if (now.query().channels().isEmpty()) {
            known = channels(now);
        }
        Instant last = asked;
        if (!same || last == null || last.plus(PATIENCE).isBefore(now.asOf())) {
            ask(now);
        }
        Point opened = point;
        if (opened != null) {
            read(now, opened);
        }
        listeners.fire();
    }

    /** Plug-ins may have to ask a server: the report does not wait for them, and they are not asked at every change. */
    private void ask(Report wanted) {
        asked = wanted.asOf();
        asking.run(
                monitor -> services.reports()
                        .sections(services.grants().current(), wanted.query(), messages.locale(), monitor),
                found -> {
                    Report shown = report;
                    if (shown != null && shown.query().equals(wanted.query())) {
                        report = shown.with(found);
                        listeners.fire();
                    }
                },
                fault -> {
                    failure = messages.text("load.failed", String.valueOf(fault.getMessage()));
                    listeners.fire();
                });
    }

    private static List<ChannelType> channels(Report of) {
        return of.charts().stream()
                .filter(c -> c.kind() == Chart.Kind.BY_CHANNEL)
                .flatMap(c -> c.keys().stream())
                .flatMap(k -> k instanceof Key.OfChannel c ? Stream.of(c.channel()) : Stream.of())
                .toList();
    }

    /** Called from time to time while the perspective shows: follows the store. */
    public void tick() {
        if (stale && !loading) {
            reload();
        }
    }

    /** Shows this time. */
    public void range(TimeRange wanted) {
        if (!wanted.equals(range)) {
            range = wanted;
            close(false);
            reload();
        }
    }

    /** The channels that the brands have. */
    public List<ChannelType> knownChannels() {
        return known;
    }

    /** The channels that are shown; empty for all. */
    public Set<ChannelType> channels() {
        return channels;
    }

    /** Shows these channels; empty for all. */
    public void channels(Set<ChannelType> wanted) {
        if (!wanted.equals(channels)) {
            channels = Set.copyOf(wanted);
            close(false);
            reload();
        }
    }

    /** Shows these brands; empty for all. */
    public void brands(Set<BrandId> wanted) {
        if (!wanted.equals(brands)) {
            brands = Set.copyOf(wanted);
            close(false);
            reload();
        }
    }

    /** Whether tables stand in the place of the charts. */
    public boolean tables() {
        return tables;
    }

    /** Shows tables in the place of the charts, or the charts again. */
    public void tables(boolean wanted) {
        tables = wanted;
        listeners.fire();
    }

    /** The report; empty until the first one is there. */
    public Optional<Report> report() {
        return Optional.ofNullable(report);
    }

    /** Why there is none, or no newer one; empty while nothing is wrong. */
    public String failure() {
        return failure;
    }

    /** What became of the last export; empty before. */
    public String notice() {
        return notice;
    }

    // -- drill-down

    /** Opens the list of the inquiries behind a number. */
    public void open(Point wanted) {
        Report shown = report;
        if (shown != null) {
            point = wanted;
            behind = null;
            read(shown, wanted);
            listeners.fire();
        }
    }

    private void read(Report shown, Point wanted) {
        drilling.run(
                monitor -> services.reports().behind(services.grants().current(), shown, wanted, MOST_SHOWN),
                found -> {
                    behind = found;
                    listeners.fire();
                },
                fault -> {
                    failure = messages.text("load.failed", String.valueOf(fault.getMessage()));
                    listeners.fire();
                });
    }

    /** Closes the list. */
    public void closeList() {
        close(true);
    }

    private void close(boolean tell) {
        point = null;
        behind = null;
        drilling.cancel();
        if (tell) {
            listeners.fire();
        }
    }

    /** The number whose inquiries are listed. */
    public Optional<Point> opened() {
        return Optional.ofNullable(point);
    }

    /** The inquiries behind it; empty until they are read. */
    public Optional<Behind> behind() {
        return Optional.ofNullable(behind);
    }

    // -- export

    /** A name for an exported file. */
    public String fileName(Reports.Format format) {
        return report().map(r -> messages.text("export.name") + "-"
                        + r.query().range().first() + "-" + r.query().range().last() + "." + format.extension())
                .orElse("");
    }

    /** Writes what is seen to a file, in a job. A file that was there stays whole until the new one is. */
    public void export(Reports.Format format, Path file) {
        Report shown = report;
        if (shown == null) {
            return;
        }
        say(messages.text("export.running", file.getFileName()));
        services.work()
                .run(
                        messages.text("job.export"),
                        ReportingServices.FAMILY,
                        monitor -> {
                            write(shown, format, file);
                            return file;
                        },
                        written -> say(messages.text("export.done", written)),
                        fault -> say(messages.text("export.failed", file, String.valueOf(fault.getMessage()))));
    }

    private void write(Report shown, Reports.Format format, Path file) throws IOException {
        Point begun = new Point(Metric.BEGUN, new Key.Whole(), new Value.None());
        Scope scope = services.grants().current();
        Behind all = services.reports().behind(scope, shown, begun, MOST_EXPORTED);
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(part))) {
                services.reports().export(scope, shown, all, format, messages.locale(), to);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void say(String words) {
        notice = words;
        listeners.fire();
    }

    @Override
    public void close() {
        registration.close();
        reading.cancel();
        drilling.cancel();
        asking.cancel();
    }
}
