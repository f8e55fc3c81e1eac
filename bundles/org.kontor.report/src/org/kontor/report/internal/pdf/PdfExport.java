package org.kontor.report.internal.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.Brand;
import org.kontor.api.account.Colour;
import org.kontor.api.ledger.LedgerOutcome;
import org.kontor.api.report.Benchmark;
import org.kontor.api.report.Chart;
import org.kontor.api.report.ContributedSection;
import org.kontor.api.report.Metric;
import org.kontor.api.report.Point;
import org.kontor.api.report.Report;
import org.kontor.api.report.SectionModel;
import org.kontor.api.report.Value;
import org.kontor.report.internal.word.Words;

/** The report as it is read on paper: figures, charts, tables, both balances, definitions and sources. */
public final class PdfExport {
    private static final float SMALL = 8;
    private static final float CHART = 132;
    private static final int HOURS = 24;

    private final Report report;
    private final Words words;
    private final Paper paper;
    private final Colour ink;
    private final PaperCharts charts;

    private PdfExport(Report report, Words words, Paper paper) {
        this.report = report;
        this.words = words;
        this.paper = paper;
        // Several brands have no colour in common.
        ink = report.brands().size() == 1 ? report.brands().getFirst().colour() : Tint.NEUTRAL;
        charts = new PaperCharts(paper, words, report, ink);
    }

    /**
     * Writes the report.
     *
     * @param logo of the one brand, PNG or JPEG; null for none
     */
    public static void write(Report report, Words words, byte @Nullable [] logo, OutputStream to) throws IOException {
        // PDFBox closes what it writes to.
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        PDDocument document = new PDDocument();
        try (Paper paper = new Paper(document, words.locale().toLanguageTag())) {
            PdfExport export = new PdfExport(report, words, paper);
            export.describe(document);
            export.draw(logo);
            document.save(whole);
        }
        whole.writeTo(to);
        to.flush();
    }

    private void describe(PDDocument document) {
        PDDocumentInformation info = document.getDocumentInformation();
        info.setTitle(title() + ", " + words.range(report.query().range()));
        info.setSubject(brands());
        info.setCreator("Kontor");
        info.setProducer("Kontor, Apache PDFBox");
        Calendar at = GregorianCalendar.from(asOf());
        info.setCreationDate(at);
        info.setModificationDate(at);
        PDViewerPreferences preferences =
                new PDViewerPreferences(document.getDocumentCatalog().getCOSObject());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
    }

    private String title() {
        return words.text("pdf.title");
    }

    private String brands() {
        return report.brands().stream().map(Brand::name).collect(Collectors.joining(" · "));
    }

    private ZonedDateTime asOf() {
        ZoneId zone = report.brands().isEmpty()
                ? ZoneId.systemDefault()
                : report.brands().getFirst().zone();
        return report.asOf().atZone(zone);
    }

    private void draw(byte @Nullable [] logo) throws IOException {
        head(logo);
        tiles();
        for (Chart chart : report.charts()) {
            if (!chart.keys().isEmpty()) {
                drawn(chart);
            }
        }
        for (Chart chart : report.charts()) {
            if (chart.keys().isEmpty()) {
                continue;
            }
            switch (chart.kind()) {
                case HOURS_OF_WEEK -> week(chart);
                case PER_DAY, OPEN_BY_AGE, BY_BRAND, BY_CHANNEL -> table(chart);
                case SHARE_PER_DAY -> {
                    // With the other numbers of the days.
                }
            }
        }
        for (ContributedSection section : report.sections()) {
            section(section);
        }
        balances();
        definitions();
        paper.finish(
                title() + " · " + words.range(report.query().range()) + " · " + brands(),
                (number, pages) -> words.text("pdf.page", number, pages));
    }

    private void head(byte @Nullable [] logo) throws IOException {
        paper.ornament(() -> paper.box(0, 0, Paper.width() + 2 * Paper.MARGIN, 7, ink));
        float room = Paper.width();
        float top = paper.y();
        if (logo != null) {
            room -= 140;
            paper.figure(
                    words.text("pdf.logo", brands()),
                    () -> paper.image(logo, Paper.MARGIN + Paper.width(), top - 8, 130, 46));
        }
        float left = room;
        paper.as("H1", () -> paper.lines(List.of(title()), Paper.MARGIN, 20, true, Tint.TEXT));
        paper.down(2);
        paragraph(brands(), 11, true, Tint.TEXT, left);
        String range = words.range(report.query().range()) + " · "
                + words.comparison(report.query().range());
        paragraph(range, 9, false, Tint.QUIET, left);
        if (!report.query().channels().isEmpty()) {
            String only = report.query().channels().stream()
                    .map(words::channel)
                    .sorted()
                    .collect(Collectors.joining(", "));
            paragraph(words.text("pdf.channels", only), 9, false, Tint.QUIET, left);
        }
        paragraph(words.text("pdf.asof", words.moment(asOf())), 9, false, Tint.QUIET, left);
        paper.down(10);
    }

    private void paragraph(String text, float size, boolean strong, Colour colour, float room) throws IOException {
        List<String> lines = paper.face(strong).wrap(text, size, room);
        for (String line : lines) {
            paper.need(size * 1.5f);
            paper.as("P", () -> paper.lines(List.of(line), Paper.MARGIN, size, strong, colour));
        }
    }

    // -- figures

    private void tiles() throws IOException {
        int across = 4;
        float gap = 8;
        float wide = (Paper.width() - gap * (across - 1)) / across;
        float tall = 56;
        for (int i = 0; i < report.tiles().size(); i += across) {
            paper.need(tall + gap);
            float y = paper.y();
            for (int j = i; j < Math.min(i + across, report.tiles().size()); j++) {
                float x = Paper.MARGIN + (wide + gap) * (j - i);
                tile(j, x, y, wide, tall);
            }
            paper.down(tall + gap);
        }
        paper.down(4);
    }

    private void tile(int index, float x, float y, float wide, float tall) throws IOException {
        Point tile = report.tiles().get(index);
        Value before = report.before().get(index);
        paper.ornament(() -> paper.card(x, y, wide, tall, Tint.PAPER, Tint.LINE));
        paper.as("P", () -> {
            float room = wide - 16;
            paper.text(
                    x + 8,
                    y + 14,
                    paper.face(false).fit(words.name(tile.metric()), SMALL, room),
                    SMALL,
                    false,
                    Tint.QUIET);
            String figure = words.value(tile.value());
            float size = paper.face(true).width(figure, 17) <= room ? 17 : 12;
            paper.text(x + 8, y + 34, figure, size, true, Tint.TEXT);
            String change = words.change(tile.value(), before);
            paper.text(x + 8, y + 47, change, SMALL, false, sense(tile, before));
            if (tile.value() instanceof Value.Share share) {
                String of = words.text("pdf.of", share.part(), share.whole());
                float left = change.isEmpty() ? 0 : paper.face(false).width(change, SMALL) + 6;
                String fitting = paper.face(false).fit(of, 7, room - left);
                paper.right(x + wide - 8, y + 47, fitting, 7, false, Tint.QUIET);
            }
        });
    }

    private static Colour sense(Point tile, Value before) {
        double more = tile.value().size() - before.size();
        return switch (tile.metric().sense()) {
            case NEITHER -> Tint.QUIET;
            case UP -> more == 0 ? Tint.QUIET : more > 0 ? Tint.OK : Tint.WARN;
            case DOWN -> more == 0 ? Tint.QUIET : more < 0 ? Tint.OK : Tint.WARN;
        };
    }

    // -- charts and tables

    private void heading(String text, float room) throws IOException {
        paper.need(room);
        paper.down(6);
        for (String line : paper.face(true).wrap(text, 11, Paper.width())) {
            paper.as("H2", () -> paper.lines(List.of(line), Paper.MARGIN, 11, true, Tint.TEXT));
        }
        paper.down(5);
    }

    private void drawn(Chart chart) throws IOException {
        switch (chart.kind()) {
            case SHARE_PER_DAY -> {
                framed(chart, charts::line);
                for (Benchmark benchmark : words.benchmarks()) {
                    String source = words.text(
                            "pdf.benchmark", words.percent(benchmark.value()), benchmark.text(), benchmark.source());
                    paragraph("- - " + source, 7.5f, false, Tint.OVER, Paper.width());
                }
            }
            case PER_DAY, OPEN_BY_AGE -> framed(chart, charts::columns);
            case HOURS_OF_WEEK -> framed(chart, charts::heat);
            case BY_BRAND, BY_CHANNEL -> {
                // Told apart by many numbers of several kinds: a table says it better.
            }
        }
    }

    /** Draws a chart into a place. */
    private interface Kind {
        void draw(Chart chart, PaperCharts.Area area) throws IOException;
    }

    private void framed(Chart chart, Kind kind) throws IOException {
        heading(words.title(chart.kind()), CHART + 34);
        PaperCharts.Area area = new PaperCharts.Area(Paper.MARGIN, paper.y(), Paper.width(), CHART);
        paper.figure(words.text("pdf.chart", words.title(chart.kind())), () -> kind.draw(chart, area));
        paper.down(CHART + 4);
    }

    private void table(Chart chart) throws IOException {
        heading(words.text("pdf.table", words.title(chart.kind())), 90);
        List<Chart.Series> series = new ArrayList<>(chart.series());
        if (chart.kind() == Chart.Kind.PER_DAY) {
            // Days are told once.
            report.charts().stream()
                    .filter(c -> c.kind() == Chart.Kind.SHARE_PER_DAY)
                    .forEach(c -> series.addAll(c.series()));
        }
        List<String> heads = new ArrayList<>();
        heads.add(words.text("column.group"));
        series.forEach(s -> heads.add(words.name(s.metric())));
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < chart.keys().size(); i++) {
            List<String> row = new ArrayList<>();
            row.add(words.key(report, chart.keys().get(i)));
            for (Chart.Series one : series) {
                row.add(words.value(one.points().get(i).value()));
            }
            rows.add(row);
        }
        new PaperTable(paper, heads, heads.size() > 4 ? 0.28f : 0.4f).draw(rows);
    }

    /** A row for each day, a column for each hour. */
    private void week(Chart chart) throws IOException {
        heading(words.text("pdf.table", words.title(chart.kind())), 150);
        List<Point> points = chart.series().getFirst().points();
        List<String> heads = new ArrayList<>();
        heads.add(words.text("column.day"));
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            if (i < HOURS) {
                heads.add(String.valueOf(i));
            }
            if (i % HOURS == 0) {
                rows.add(new ArrayList<>(
                        List.of(words.key(report, points.get(i).key()).split(" ", 2)[0])));
            }
            rows.getLast().add(words.value(points.get(i).value()));
        }
        new PaperTable(paper, heads, 0.08f).draw(rows);
    }

    private void section(ContributedSection section) throws IOException {
        switch (section) {
            case ContributedSection.Missing missing -> {
                heading(missing.id(), 60);
                paragraph(words.missing(missing), 9, false, Tint.WARN, Paper.width());
            }
            case ContributedSection.Shown shown -> {
                SectionModel model = shown.model();
                heading(model.title(), 90);
                if (!model.definition().isBlank()) {
                    paragraph(model.definition(), SMALL, false, Tint.QUIET, Paper.width());
                }
                List<String> heads = new ArrayList<>();
                heads.add(words.text("column.group"));
                heads.addAll(model.columns());
                List<List<String>> rows = new ArrayList<>();
                for (SectionModel.Row row : model.rows()) {
                    List<String> cells = new ArrayList<>();
                    cells.add(row.label());
                    row.values().forEach(v -> cells.add(words.value(v)));
                    rows.add(cells);
                }
                new PaperTable(paper, heads, heads.size() > 4 ? 0.28f : 0.4f).draw(rows);
            }
        }
    }

    // -- balances and definitions

    private void balances() throws IOException {
        heading(words.text("chart.balance"), 130);
        List<List<String>> parts = new ArrayList<>();
        report.balance().forEach(p -> parts.add(row(words.name(p.metric()), p.value())));
        long escalated = report.inquiries().escalated();
        parts.add(row(words.text("balance.escalated"), new Value.Count(escalated)));
        parts.add(
                row(words.text("pdf.begun"), new Value.Count(report.inquiries().begun())));
        new PaperTable(paper, List.of(words.text("column.metric"), words.text("column.value")), 0.6f).draw(parts);
        heading(words.text("chart.events"), 150);
        List<List<String>> events = new ArrayList<>();
        Map<LedgerOutcome, Long> outcomes = new TreeMap<>(report.events().outcomes());
        outcomes.forEach((outcome, count) -> events.add(row(words.text("event." + outcome), new Value.Count(count))));
        events.add(row(words.text("event.seen"), new Value.Count(report.events().seen())));
        new PaperTable(paper, List.of(words.text("column.metric"), words.text("column.value")), 0.6f).draw(events);
        boolean hold = report.inquiries().holds() && report.events().holds();
        paragraph(words.text(hold ? "pdf.holds" : "pdf.broken"), 9, true, hold ? Tint.OK : Tint.OVER, Paper.width());
    }

    private List<String> row(String name, Value value) {
        return List.of(name, words.value(value));
    }

    private void definitions() throws IOException {
        heading(words.text("sheet.definitions"), 60);
        for (Metric metric : Metric.values()) {
            definition(words.name(metric), words.definition(metric));
        }
        definition(words.text("comparison.name"), words.comparisonDefinition());
        heading(words.text("pdf.sources"), 60);
        for (Benchmark benchmark : words.benchmarks()) {
            definition(benchmark.text(), benchmark.source());
        }
    }

    private void definition(String name, String text) throws IOException {
        paper.need(36);
        paragraph(name, SMALL, true, Tint.TEXT, Paper.width());
        paragraph(text, SMALL, false, Tint.QUIET, Paper.width());
        paper.down(3);
    }
}
