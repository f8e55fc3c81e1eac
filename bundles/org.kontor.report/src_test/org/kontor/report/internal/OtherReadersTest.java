package org.kontor.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.api.report.Behind;
import org.kontor.api.report.Key;
import org.kontor.api.report.Metric;
import org.kontor.api.report.Point;
import org.kontor.api.report.Report;
import org.kontor.api.report.ReportQuery;
import org.kontor.api.report.ReportRange;
import org.kontor.api.report.Reports.Format;
import org.kontor.api.report.Value;

/** What is exported, read by programs that have nothing to do with how it was written. */
@Tag("real-server")
@EnabledIfEnvironmentVariable(named = "KONTOR_REAL_READERS", matches = ".+")
class OtherReadersTest {
    private static final Instant NOW = Instant.parse("2026-03-31T10:17:23Z");
    private static final Pattern SPACE = Pattern.compile("[\\s\u00a0\u202f]+");

    @TempDir
    Path folder;

    private ReportHouse house;
    private ReportService reports;
    private Report report;
    private Behind all;

    @BeforeEach
    void fill() {
        house = new ReportHouse(folder);
        house.fill(new Random(5), 300, Instant.parse("2026-02-20T00:00:00Z"), NOW);
        reports = new ReportService(house.store, InstantSource.fixed(NOW));
        ReportRange range = ReportRange.lastDays(LocalDate.of(2026, 3, 31), 21);
        report = reports.compute(house.scope(), new ReportQuery(range, Set.of(), Set.of()));
        all = reports.behind(house.scope(), report, new Point(Metric.BEGUN, new Key.Whole(), new Value.None()), 10_000);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private Path export(Format format, Locale locale) throws IOException {
        Path file = folder.resolve("report." + format.extension());
        try (OutputStream to = Files.newOutputStream(file)) {
            reports.export(house.scope(), report, all, format, locale, to);
        }
        return file;
    }

    private String run(String... command) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).as(command[0]).isTrue();
        String said = Files.readString(out);
        assertThat(process.exitValue()).as("%s: %s", command[0], said).isZero();
        return said;
    }

    @Test
    void popplerFindsEveryNumberOfThePdfItsPagesItsTitleAndItsFonts() throws Exception {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            Path pdf = export(Format.PDF, locale);
            Path text = folder.resolve("report.txt");
            run("pdftotext", "-layout", "-enc", "UTF-8", pdf.toString(), text.toString());
            String read = SPACE.matcher(Files.readString(text)).replaceAll(" ");
            List<String> numbers = PdfTest.numbers(report, reports.words(locale)).stream()
                    .map(number -> SPACE.matcher(number).replaceAll(""))
                    .toList();
            // Poppler takes the spaces of "2 d 7 h" for those of a word that is set wide.
            assertThat(SPACE.matcher(read).replaceAll("")).contains(numbers);
            String info = run("pdfinfo", pdf.toString());
            assertThat(info)
                    .contains(locale == Locale.GERMAN ? "Servicebericht" : "Service report")
                    .containsPattern("Tagged: +yes")
                    .containsPattern("Page size: +595.276 x 841.89 pts \\(A4\\)");
            String pages = info.lines()
                    .filter(line -> line.startsWith("Pages:"))
                    .findFirst()
                    .orElseThrow()
                    .replaceAll("\\D", "");
            assertThat(read)
                    .contains((locale == Locale.GERMAN ? "Seite %s von %s" : "Page %s of %s").formatted(pages, pages));
            List<String> fonts = run("pdffonts", pdf.toString()).lines().skip(2).toList();
            // name, two words of type, encoding, embedded, subset, unicode
            assertThat(fonts)
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line).containsPattern("NotoSans.* yes yes yes "));
        }
        System.out.println("kontor: poppler found "
                + PdfTest.numbers(report, reports.words(Locale.ENGLISH)).size() + " numbers of the PDF");
    }

    @Test
    void gnumericReadsTheWorkbookAsTheNumbersThatItIsOf() throws Exception {
        Path book = export(Format.XLSX, Locale.ENGLISH);
        Path csv = folder.resolve("sheet.csv");
        run("ssconvert", "-S", "-T", "Gnumeric_stf:stf_csv", book.toString(), csv + ".%n");
        List<String> figures = Files.readAllLines(Path.of(csv + ".0"), StandardCharsets.UTF_8);
        List<String> written = new ArrayList<>();
        try (OutputStream none = OutputStream.nullOutputStream()) {
            reports.export(house.scope(), report, all, Format.XLSX, Locale.ENGLISH, none);
        }
        byte[] plain = Files.readAllBytes(export(Format.CSV, Locale.ENGLISH));
        written.addAll(Arrays.asList(new String(plain, StandardCharsets.UTF_8).split("\r\n")));
        assertThat(figures).hasSameSizeAs(written);
        for (int i = 1; i < figures.size(); i++) {
            String[] own = written.get(i).split(",", -1);
            String[] theirs = figures.get(i).split(",", -1);
            String unit = own[own.length - 1];
            double expected = number(own[own.length - 2]);
            double found = number(theirs[theirs.length - 1]);
            // Shares come back in hundredths, waits as a clock.
            double allowed = unit.equals("1") ? 0.00005 : 0.5;
            assertThat(found)
                    .as("%s and %s", written.get(i), figures.get(i))
                    .isCloseTo(expected, org.assertj.core.api.Assertions.within(allowed));
        }
        List<String> inquiries = Files.readAllLines(Path.of(csv + ".1"), StandardCharsets.UTF_8);
        assertThat(inquiries.stream()
                        .filter(line -> line.contains("evil.example"))
                        .count())
                .isEqualTo(all.items().size());
        System.out.println("kontor: Gnumeric read " + (figures.size() - 1) + " numbers of the workbook");
    }

    /** A number, a share in hundredths, or a clock of hours, minutes and seconds. */
    private static double number(String cell) {
        if (cell.isEmpty()) {
            return 0;
        }
        if (cell.endsWith("%")) {
            return Double.parseDouble(cell.substring(0, cell.length() - 1)) / 100;
        }
        if (cell.contains(":")) {
            double seconds = 0;
            for (String part : cell.split(":")) {
                seconds = seconds * 60 + Double.parseDouble(part);
            }
            return seconds;
        }
        return Double.parseDouble(cell.replace("\"", "").replace(",", ""));
    }
}
