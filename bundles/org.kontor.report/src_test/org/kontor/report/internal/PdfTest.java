package org.kontor.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.api.account.Brand;
import org.kontor.api.plugin.Contribution;
import org.kontor.api.plugin.Trouble;
import org.kontor.api.report.Behind;
import org.kontor.api.report.Chart;
import org.kontor.api.report.ContributedSection;
import org.kontor.api.report.Point;
import org.kontor.api.report.Report;
import org.kontor.api.report.ReportQuery;
import org.kontor.api.report.ReportRange;
import org.kontor.api.report.ReportWords;
import org.kontor.api.report.Reports.Format;
import org.kontor.api.report.SectionModel;
import org.kontor.api.report.Value;

/** The report on paper. */
class PdfTest {
    private static final Instant NOW = Instant.parse("2026-03-31T10:17:23Z");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    @TempDir
    Path folder;

    private ReportHouse house;
    private ReportService reports;

    @BeforeEach
    void fill() {
        house = new ReportHouse(folder);
        house.fill(new Random(11), 400, Instant.parse("2026-02-20T00:00:00Z"), NOW);
        reports = new ReportService(house.store, InstantSource.fixed(NOW));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private Report report(Brand... only) {
        ReportRange range = ReportRange.lastDays(LocalDate.of(2026, 3, 31), 14);
        Set<org.kontor.api.id.BrandId> ids =
                List.of(only).stream().map(Brand::id).collect(Collectors.toSet());
        return reports.compute(house.scope(), new ReportQuery(range, ids, Set.of()));
    }

    private byte[] pdf(Report report, Locale locale, String name) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        reports.export(house.scope(), report, new Behind(List.of(), true), Format.PDF, locale, out);
        Path kept = Path.of("target", "reports", name + ".pdf");
        Files.createDirectories(kept.getParent());
        Files.write(kept, out.toByteArray());
        return out.toByteArray();
    }

    private static String text(PDDocument document) throws IOException {
        return SPACE.matcher(new PDFTextStripper().getText(document)).replaceAll(" ");
    }

    static List<String> numbers(Report report, ReportWords words) {
        List<String> numbers = new ArrayList<>();
        report.tiles().forEach(p -> numbers.add(words.value(p.value())));
        for (int i = 0; i < report.tiles().size(); i++) {
            numbers.add(
                    words.change(report.tiles().get(i).value(), report.before().get(i)));
        }
        report.balance().forEach(p -> numbers.add(words.value(p.value())));
        for (Chart chart : report.charts()) {
            for (Chart.Series series : chart.series()) {
                for (Point point : series.points()) {
                    numbers.add(words.value(point.value()));
                }
            }
        }
        report.events().outcomes().values().forEach(count -> numbers.add(words.value(new Value.Count(count))));
        return numbers;
    }

    @Test
    void everyNumberEveryDefinitionAndEverySourceStandsOnIt() throws IOException {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            Report report = report();
            ReportWords words = reports.words(locale);
            try (PDDocument document = Loader.loadPDF(pdf(report, locale, "report-" + locale))) {
                String text = text(document);
                assertThat(text).contains(numbers(report, words));
                List<String> said = new ArrayList<>();
                for (var metric : org.kontor.api.report.Metric.values()) {
                    said.add(words.definition(metric));
                }
                words.benchmarks().forEach(b -> said.add(b.source()));
                said.forEach(sentence -> assertThat(plain(text)).contains(plain(sentence)));
                assertThat(text).contains("Nordwind", "=Alma", "Sagarmatha");
                int pages = document.getNumberOfPages();
                assertThat(pages).isGreaterThanOrEqualTo(3);
                String foot = locale == Locale.GERMAN ? "Seite %d von %d" : "Page %d of %d";
                assertThat(text)
                        .contains(IntStream.rangeClosed(1, pages)
                                .mapToObj(i -> foot.formatted(i, pages))
                                .toList());
            }
        }
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s\u00a0]+", "");
    }

    @Test
    void itSaysWhatItIsAndInWhichLanguageAndItsFontsAreEmbedded() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf(report(), Locale.GERMAN, "tags"))) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("de");
            assertThat(document.getDocumentInformation().getTitle()).startsWith("Servicebericht");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            List<String> types = new ArrayList<>();
            collect(document.getDocumentCatalog().getStructureTreeRoot(), types);
            assertThat(types).contains("Document", "H1", "H2", "P", "Table", "TR", "TH", "TD", "Figure");
            int fonts = 0;
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).isTrue();
                    // A subset is named by six letters and a plus.
                    assertThat(font.getName()).matches("[A-Z]{6}\\+NotoSans.*");
                    fonts++;
                }
            }
            assertThat(fonts).isPositive();
        }
    }

    private static void collect(PDStructureNode node, List<String> types) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                types.add(element.getStructureType());
                if (element.getStructureType().equals("Figure")) {
                    assertThat(element.getAlternateDescription()).isNotBlank();
                }
                collect(element, types);
            }
        }
    }

    @Test
    void theLogoStandsOnTheReportOfOneBrandAlone() throws IOException {
        Brand brand = house.brands.getFirst();
        BufferedImage image = new BufferedImage(300, 100, BufferedImage.TYPE_INT_ARGB);
        var pen = image.createGraphics();
        pen.setColor(new Color(0xc2410c));
        pen.fillRoundRect(0, 0, 300, 100, 60, 60);
        pen.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        house.store.write(house.scope(), rows -> {
            rows.saveBrandLogo(brand.id(), png.toByteArray());
            return 0;
        });
        try (PDDocument one = Loader.loadPDF(pdf(report(brand), Locale.ENGLISH, "one-brand"));
                PDDocument all = Loader.loadPDF(pdf(report(), Locale.ENGLISH, "all-brands"))) {
            assertThat(images(one)).isEqualTo(1);
            assertThat(images(all)).isZero();
        }
    }

    private static int images(PDDocument document) throws IOException {
        int images = 0;
        for (COSName name : document.getPage(0).getResources().getXObjectNames()) {
            images += document.getPage(0).getResources().isImageXObject(name) ? 1 : 0;
        }
        return images;
    }

    @Test
    void longNamesManyBrandsManyRowsAndStrangeLettersAreNoMatter() throws IOException {
        Report report = report();
        List<Brand> many = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Brand brand = report.brands().get(i % 3);
            many.add(new Brand(
                    brand.id(),
                    brand.client(),
                    "Donaudampfschifffahrtsgesellschaftskapit\u00e4nsm\u00fctzen".repeat(1 + i % 4) + " " + i,
                    brand.colour(),
                    brand.zone(),
                    ""));
        }
        String family = "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67";
        List<SectionModel.Row> rows = new ArrayList<>();
        for (int i = 0; i < SectionModel.MOST_ROWS; i++) {
            rows.add(new SectionModel.Row(
                    "Zeile " + i + " " + family + "\u4e2d\u6587 \u05d0 \u0000 \ud800 \u0416\u03b1",
                    List.of(new Value.Wait(Duration.ofMinutes(i)), new Value.Share(i, 100))));
        }
        Trouble trouble = new Trouble(
                new Contribution("sample.broken", Contribution.Kind.REPORT_SECTION, "sample.broken.part"),
                Trouble.Reason.SLOW,
                "30 s",
                NOW,
                3,
                true);
        Report strange = new Report(
                        report.query(),
                        report.asOf(),
                        many,
                        report.tiles(),
                        report.before(),
                        report.balance(),
                        report.charts(),
                        report.events(),
                        report.inquiries(),
                        List.of())
                .with(List.of(
                        new ContributedSection.Shown(
                                "x", new SectionModel("Titel " + family, "", List.of("Dauer", "Anteil"), rows)),
                        new ContributedSection.Missing("sample.broken.part", trouble)));
        try (PDDocument document = Loader.loadPDF(pdf(strange, Locale.GERMAN, "strange"))) {
            String text = text(document);
            // One sign for a family of five code points, one for each of the others.
            assertThat(text).contains("Zeile 99 \ufffd\ufffd\ufffd \ufffd \ufffd \ufffd \u0416\u03b1");
            assertThat(text).contains("sample.broken.part", "sample.broken", "30 s", "abgeschaltet");
            assertThat(document.getNumberOfPages()).isGreaterThan(5);
        }
    }

    @Test
    void aReportOfNothingIsAPaperToo() throws IOException {
        ReportRange range = ReportRange.lastDays(LocalDate.of(2020, 3, 31), 1);
        Report nothing = reports.compute(house.scope(), new ReportQuery(range, Set.of(), Set.of()));
        try (PDDocument document = Loader.loadPDF(pdf(nothing, Locale.ENGLISH, "nothing"))) {
            Matcher day = Pattern.compile("Mar 31, 2020").matcher(text(document));
            assertThat(day.find()).isTrue();
        }
    }
}
