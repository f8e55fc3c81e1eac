package org.kontor.ui.reporting.internal.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
import org.kontor.ui.common.file.FileChooser;
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
    void aPlugInsSectionIsSeenAndExportedWithTheRest(@TempDir Path folder) throws Exception {
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
                export(window, robot, folder);
                window.shot(robot, "exported");
            });
            Exported exported = new Exported(folder);
            Report seen = window.model.report().orElseThrow();
            assertThat(exported.csv())
                    .contains("Kennzahlen,Alle,Anfragen," + seen.inquiries().begun() + ",")
                    .contains("Bestellungen,Nordwind,Anzahl,7,")
                    .anyMatch(line -> line.contains("absichtlich"));
            assertThat(exported.rows(1)).isEqualTo(exported.csv().size());
            assertThat((long) exported.rows(2)).isEqualTo(1 + seen.inquiries().begun());
            assertThat(exported.pdf())
                    .contains("Servicebericht", "Bestellungen", "absichtlich")
                    .containsPattern("Anfragen\\D+" + seen.inquiries().begun() + "\\b");
        }
    }

    /** By the button: a person who gives up writes nothing; then every format, by mouse and keyboard in turn. */
    private static void export(ReportingWindow window, Robot robot, Path folder) {
        By button = By.id("reporting.export").enabled();
        robot.find(button).clickThen(By.id("export." + Reports.Format.CSV));
        robot.until("asked", () -> window.files.asked.equals(List.of(FileChooser.Kind.of("csv"))));
        assertThat(window.model.notice()).isEmpty();
        window.files.into(folder);
        for (Reports.Format format : Reports.Format.values()) {
            By item = By.id("export." + format);
            if (format == Reports.Format.XLSX) {
                robot.find(button).press("Space");
                robot.contextMenu(item);
            } else {
                robot.find(button).clickThen(item);
            }
            Path file = folder.resolve(robot.ask(() -> window.model.fileName(format)));
            robot.until("said", () -> window.model.notice().equals("Exportiert nach " + file));
            robot.find(By.textWith(file.toString()));
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
