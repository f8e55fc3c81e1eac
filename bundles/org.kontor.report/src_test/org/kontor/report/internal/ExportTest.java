package org.kontor.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.api.report.Behind;
import org.kontor.api.report.Chart;
import org.kontor.api.report.Key;
import org.kontor.api.report.Metric;
import org.kontor.api.report.Point;
import org.kontor.api.report.Report;
import org.kontor.api.report.ReportQuery;
import org.kontor.api.report.ReportRange;
import org.kontor.api.report.Reports.Format;
import org.kontor.api.report.Value;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What is exported reads back as what was seen. */
class ExportTest {
    private static final Instant NOW = Instant.parse("2026-03-31T10:17:23Z");
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    @TempDir
    Path folder;

    private ReportHouse house;
    private ReportService reports;
    private Report report;
    private Behind all;

    @BeforeEach
    void fill() {
        house = new ReportHouse(folder);
        house.fill(new Random(7), 60, Instant.parse("2026-03-20T00:00:00Z"), NOW);
        reports = new ReportService(house.store, InstantSource.fixed(NOW));
        ReportRange range = ReportRange.lastDays(LocalDate.of(2026, 3, 31), 14);
        report = reports.compute(house.scope(), new ReportQuery(range, Set.of(), Set.of()));
        Point begun = new Point(Metric.BEGUN, new Key.Whole(), new Value.None());
        all = reports.behind(house.scope(), report, begun, 10_000);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private byte[] export(Format format, Locale locale) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        reports.export(house.scope(), report, all, format, locale, out);
        return out.toByteArray();
    }

    private int numbers() {
        int numbers = 2 * report.tiles().size()
                + report.balance().size()
                + 2
                + report.events().outcomes().size();
        for (Chart chart : report.charts()) {
            numbers += chart.series().size() * chart.keys().size();
        }
        return numbers;
    }

    @Test
    void csvHoldsEveryNumberOnceAndRunsNoFormula() throws IOException {
        String csv = new String(export(Format.CSV, Locale.GERMAN), StandardCharsets.UTF_8);
        assertThat(csv).endsWith("\r\n");
        List<List<String>> lines = parse(csv);
        assertThat(lines)
                .hasSize(1 + numbers())
                .allSatisfy(line -> assertThat(line).hasSize(5));
        assertThat(lines.getFirst()).containsExactly("Abschnitt", "Gruppe", "Kennzahl", "Wert", "Einheit");
        long begun = report.inquiries().begun();
        assertThat(lines).contains(List.of("Kennzahlen", "Alle", "Anfragen", String.valueOf(begun), ""));
        assertThat(lines).anySatisfy(line -> assertThat(line.get(1)).isEqualTo("'=Alma"));
        assertThat(lines).allSatisfy(line -> assertThat(line).noneMatch(cell -> cell.startsWith("=")));
    }

    @Test
    void theWorkbookHasOneRowForEachInquiryWithRealTypes() throws Exception {
        List<List<Element>> rows = sheet(export(Format.XLSX, Locale.ENGLISH), "xl/worksheets/sheet2.xml");
        assertThat(rows).hasSize(1 + all.items().size());
        for (int i = 0; i < all.items().size(); i++) {
            Behind.Item item = all.items().get(i);
            List<Element> cells = rows.get(1 + i);
            assertThat(text(cells.get(0))).isEqualTo(item.brand().name());
            assertThat(text(cells.get(3))).isEqualTo("=HYPERLINK(\"http://evil.example\")");
            assertThat(text(cells.get(4))).isEqualTo(item.conversation().subject());
            LocalDateTime began =
                    LocalDateTime.ofInstant(item.inquiry().began(), item.brand().zone());
            assertThat(cells.get(5).getAttribute("t")).isEmpty();
            double days = Double.parseDouble(value(cells.get(5)));
            assertThat(LocalDateTime.of(1899, 12, 30, 0, 0).plusSeconds(Math.round(days * 86_400)))
                    .isEqualTo(began.truncatedTo(ChronoUnit.SECONDS));
            assertThat(text(cells.getLast()))
                    .isEqualTo(String.valueOf(item.inquiry().conversation().value()));
        }
    }

    @Test
    void theWorkbookHasEveryNumberAndEveryDefinition() throws Exception {
        byte[] file = export(Format.XLSX, Locale.GERMAN);
        List<List<Element>> rows = sheet(file, "xl/worksheets/sheet1.xml");
        assertThat(rows).hasSize(1 + numbers());
        assertThat(text(rows.get(5).get(2))).isEqualTo("Anfragen");
        assertThat(value(rows.get(5).get(3)))
                .isEqualTo(String.valueOf(report.inquiries().begun()));
        List<List<Element>> definitions = sheet(file, "xl/worksheets/sheet3.xml");
        assertThat(definitions).hasSize(1 + Metric.values().length);
        assertThat(text(definitions.get(1).get(1))).startsWith("Beantwortet / (beantwortet + offen)");
    }

    @Test
    void todayIsThatOfTheBrandWhoseDayIsFurthest() {
        ReportService late = new ReportService(house.store, () -> Instant.parse("2026-03-31T23:00:00Z"));
        LocalDate april = LocalDate.of(2026, 4, 1);
        assertThat(late.today(house.scope(), Set.of())).isEqualTo(april);
        assertThat(late.today(house.scope(), Set.of(house.brands.get(1).id()))).isEqualTo(april.minusDays(1));
    }

    /** A reader of RFC 4180 of its own. */
    private static List<List<String>> parse(String csv) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == ',') {
                line.add(cell.toString());
                cell.setLength(0);
            } else if (!quoted && c == '\n') {
                line.add(cell.toString());
                cell.setLength(0);
                lines.add(line);
                line = new ArrayList<>();
            } else if (quoted || c != '\r') {
                cell.append(c);
            }
        }
        return lines;
    }

    private static List<List<Element>> sheet(byte[] file, String part) throws Exception {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(part)) {
                    return rows(zip.readAllBytes());
                }
            }
        }
        throw new AssertionError("no part " + part);
    }

    private static List<List<Element>> rows(byte[] xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        List<List<Element>> rows = new ArrayList<>();
        NodeList found = document.getElementsByTagNameNS(MAIN, "row");
        for (int i = 0; i < found.getLength(); i++) {
            NodeList cells = ((Element) found.item(i)).getElementsByTagNameNS(MAIN, "c");
            List<Element> row = new ArrayList<>();
            for (int c = 0; c < cells.getLength(); c++) {
                row.add((Element) cells.item(c));
            }
            rows.add(row);
        }
        return rows;
    }

    private static String text(Element cell) {
        assertThat(cell.getAttribute("t")).isEqualTo("inlineStr");
        return cell.getElementsByTagNameNS(MAIN, "t").item(0).getTextContent();
    }

    private static String value(Element cell) {
        return cell.getElementsByTagNameNS(MAIN, "v").item(0).getTextContent();
    }
}
