package org.kontor.ui.reporting.internal.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kontor.api.report.Chart;
import org.kontor.api.report.Metric;
import org.kontor.api.report.Point;
import org.kontor.api.report.Report;
import org.kontor.api.report.Reports;
import org.kontor.api.report.Value;
import org.kontor.ui.api.TimeRange;
import org.kontor.ui.api.theme.ThemeChoice;
import org.kontor.ui.robot.By;
import org.kontor.ui.robot.Robot;

/** The perspective as a person uses it, with real keys and clicks. */
class ReportingWindowTest {
    private static final By LIST = By.id("behind.table");

    @ParameterizedTest
    @CsvSource({"en, LIGHT", "de, DARK"})
    void fromAFigureToTheConversationBehindIt(String language, ThemeChoice theme, @TempDir Path folder) {
        System.out.println("kontor: reporting window, seed " + SeededHouse.SEED);
        try (SeededHouse house = new SeededHouse(folder, 400);
                ReportingWindow window = new ReportingWindow(house, Locale.of(language), theme)) {
            window.play(robot -> {
                robot.until("the report", () -> window.model.report().isPresent());
                // The model has it a moment before the widgets do.
                robot.settle();
                window.shot(robot, "reporting");
                assertThat(window.unnamed(robot)).isEmpty();
                robot.find(By.id("tile." + Metric.OPEN_NOW)).click();
                robot.until("the list", () -> window.model.behind().isPresent());
                assertThat((long) robot.find(LIST).rowCount()).isEqualTo(tile(window, Metric.OPEN_NOW));
                window.shot(robot, "behind");
                robot.press("Enter");
                robot.until("a conversation", () -> window.opened.size() == 1);
                robot.find(LIST).press("Esc");
                robot.until("no list", () -> window.model.opened().isEmpty());
                robot.find(By.id("chart.HOURS_OF_WEEK")).focus();
                robot.press("Right");
                window.shot(robot, "below");
                tables(window, robot);
            });
        }
    }

    private static void tables(ReportingWindow window, Robot robot) {
        robot.find(By.id("reporting.tables")).click();
        robot.until("tables", window.model::tables);
        window.shot(robot, "tables");
        assertThat(window.unnamed(robot)).isEmpty();
        assertThat(robot.find(By.id("table.PER_DAY")).rowCount()).isEqualTo(30);
        robot.run(() -> window.model.range(new TimeRange(TimeRange.Preset.LAST_7_DAYS)));
        robot.until("a week", () -> days(window) == 7);
    }

    @Test
    void arrowKeysGoThroughAChartAndEnterOpensANumber(@TempDir Path folder) {
        try (SeededHouse house = new SeededHouse(folder, 200);
                ReportingWindow window = new ReportingWindow(house, Locale.ENGLISH, ThemeChoice.LIGHT)) {
            window.play(robot -> {
                robot.until("the report", () -> window.model.report().isPresent());
                // The model has it a moment before the widgets do.
                robot.settle();
                robot.find(By.id("chart.PER_DAY")).focus();
                robot.press("End");
                robot.press("Left");
                robot.press("Enter");
                robot.until("the list", () -> window.model.behind().isPresent());
            });
            Report report = window.model.report().orElseThrow();
            Point expected = chart(report, Chart.Kind.PER_DAY)
                    .series()
                    .getFirst()
                    .points()
                    .get(28);
            assertThat(window.model.opened()).contains(expected);
            assertThat(window.model.behind().orElseThrow().items())
                    .hasSize((int) Math.round(expected.value().size()));
        }
    }

    @Test
    void aClickIntoAChartOpensWhatIsBehindTheNumberThere(@TempDir Path folder) {
        try (SeededHouse house = new SeededHouse(folder, 200);
                ReportingWindow window = new ReportingWindow(house, Locale.ENGLISH, ThemeChoice.LIGHT)) {
            window.play(robot -> {
                robot.until("the report", () -> window.model.report().isPresent());
                robot.settle();
                robot.find(By.id("chart.SHARE_PER_DAY")).click();
                robot.until("the list", () -> window.model.behind().isPresent());
            });
            Point opened = window.model.opened().orElseThrow();
            assertThat(chart(window.model.report().orElseThrow(), Chart.Kind.SHARE_PER_DAY)
                            .series()
                            .getFirst()
                            .points())
                    .contains(opened);
        }
    }

    @Test
    void aPlugInsSectionIsSeenAndExportedWithTheRest(@TempDir Path folder) throws IOException {
        try (SeededHouse house = new SeededHouse(folder, 120);
                PlugIn plugIn = new PlugIn();
                ReportingWindow window = new ReportingWindow(house, Locale.GERMAN, ThemeChoice.LIGHT)) {
            window.play(robot -> {
                robot.until(
                        "the section",
                        () -> window.model
                                .report()
                                .filter(r -> r.sections().size() == 2)
                                .isPresent());
                robot.settle();
                robot.find(By.id("section." + PlugIn.GOOD));
                robot.find(By.textWith("absichtlich"));
                assertThat(window.unnamed(robot)).isEmpty();
                for (Reports.Format format : Reports.Format.values()) {
                    Path file = folder.resolve(window.model.fileName(format));
                    robot.run(() -> window.model.export(format, file));
                    robot.until("the file", () -> Files.exists(file));
                }
                window.shot(robot, "exported");
            });
            assertThat(written(folder, "pdf")).startsWith("%PDF");
            assertThat(written(folder, "xlsx")).startsWith("PK");
            assertThat(written(folder, "csv")).contains("Bestellungen,Nordwind,Anzahl,7", "absichtlich");
        }
    }

    private static String written(Path folder, String extension) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Path file = files.filter(f -> f.toString().endsWith("." + extension))
                    .findFirst()
                    .orElseThrow();
            Charset charset = extension.equals("csv") ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
            return Files.readString(file, charset);
        }
    }

    @Test
    void theBrandFilterNarrowsTheReport(@TempDir Path folder) {
        try (SeededHouse house = new SeededHouse(folder, 50);
                ReportingWindow window = new ReportingWindow(house, Locale.GERMAN, ThemeChoice.LIGHT)) {
            window.play(robot -> {
                robot.until("the report", () -> window.model.report().isPresent());
                // The model has it a moment before the widgets do.
                robot.settle();
                robot.run(
                        () -> window.model.brands(Set.of(house.brands.getFirst().id())));
                robot.until("one brand", () -> brands(window) == 1);
            });
        }
    }

    @Test
    void anEmptyHouseSaysWhatToDo(@TempDir Path other) {
        try (SeededHouse house = new SeededHouse(other, 0);
                ReportingWindow window = new ReportingWindow(house, Locale.GERMAN, ThemeChoice.LIGHT)) {
            window.play(robot -> {
                robot.until("the report", () -> window.model.report().isPresent());
                // The model has it a moment before the widgets do.
                robot.settle();
                robot.find(By.textWith("nichts geschehen"));
                window.shot(robot, "empty");
            });
        }
    }

    private static Chart chart(Report report, Chart.Kind kind) {
        return report.charts().stream()
                .filter(c -> c.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static int brands(ReportingWindow window) {
        return window.model.report().map(r -> r.brands().size()).orElse(0);
    }

    private static int days(ReportingWindow window) {
        return window.model.report().map(r -> r.query().range().days().size()).orElse(0);
    }

    private static long tile(ReportingWindow window, Metric metric) {
        return window.model.report().orElseThrow().tiles().stream()
                .filter(p -> p.metric() == metric)
                .map(Point::value)
                .mapToLong(v -> v instanceof Value.Count c ? c.count() : -1)
                .sum();
    }
}
