package org.kontor.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A plug-in that does all that it should not, installed from its site into the product, on the demo agency: while it throws,
 * hangs, floods and spies, customers are answered through the window, which says what is wrong with it; when it holds the window
 * itself, it is named, and the next start comes up without it. The pictures stay in {@code target/shots/hostile}.
 */
@Tag("samples")
class HostilePluginTest {
    private static final String HOSTILE = "sample.hostile.feature";
    private static final String OWN = "Nordwind Outdoor";
    private static final String ITEM = "Hold the window";
    /** The window was held and the plug-in named; see GuardTour of the demo. */
    private static final int HELD = 9;

    private static final List<String> DEEDS = List.of(
            "section.throws",
            "section.blocks",
            "section.slow",
            "section.floods",
            "section.spies",
            "section.acts",
            "check.throws",
            "check.blocks",
            "check.slow",
            "check.floods",
            "palette.throws",
            "palette.floods",
            "palette.nameless",
            "report.throws",
            "report.floods",
            "report.placeless");

    @TempDir
    private Path folder;

    private Installation product;
    private Path data;

    @Test
    void theInboxGoesOnAndWhoHoldsTheWindowIsNamedAndLeftOut() throws Exception {
        assumeTrue(System.getenv("DISPLAY") != null, "needs a display, such as the one of ./kontor verify");
        product = new Installation(DemoProduct.copyTo(folder.resolve("product")), folder);
        data = folder.resolve("data");
        // Brands can be chosen only where there are some.
        assertThat(product.start(data, "--demo", "--exit-after-rows").code()).isZero();
        try (WebSite site = new WebSite(SampleSites.of("hostile"))) {
            product.plugins(data, "install", HOSTILE, "--site", site.address().toString(), "--brands", OWN, "--demo");
        }
        deeds(String.join(",", DEEDS));

        whileItMisbehavesCustomersAreAnswered(tour("1-misdeeds", HELD));
        assertThat(Files.readString(data.resolve("demo/guard.json"))).contains("\"sample.hostile\"");
        assertThat(Files.readString(data.resolve("demo/logs/kontor.log")))
                .contains("sample.hostile kept the window from working");

        theNextStartComesUpWithoutIt(tour("2-next-start", 0));
        // One that does not even return from its own start would let nobody in.
        deeds("start.blocks");
        safeModeSaysSo(tour("3-safe", 0, "--safe"));
        product.plugins(data, "uninstall", HOSTILE, "--demo", "--safe");
    }

    private static void whileItMisbehavesCustomersAreAnswered(String told) {
        assertThat(line(told, "menus: ")).contains(ITEM);
        // On the card, of the plug-in and of the brands that are none of its business.
        assertThat(line(told, "card: "))
                .contains(
                        "sample.hostile.section.throws was left out: it does not work, switched off after 3 faults",
                        "sample.hostile.section.blocks was left out: too slow, switched off after 3 faults",
                        "sample.hostile.section.slow was left out: too slow, switched off after 3 faults",
                        "sample.hostile.section.floods was left out: it answered far too much, switched off",
                        "sample.hostile.section.acts was left out: it asked for another brand’s data, switched off",
                        "brands given: " + OWN + " |",
                        "brands granted: " + OWN + " |",
                        "brands listed: [" + OWN + "] |",
                        "foreign: nothing nothing",
                        "services: none");
        assertThat(line(told, "checks: "))
                .contains(
                        "sample.hostile.check.throws was left out: it does not work, switched off",
                        "sample.hostile.check.blocks was left out: too slow, switched off",
                        "sample.hostile.check.slow was left out: too slow, switched off",
                        "sample.hostile.check.floods was left out: it answered far too much, switched off");
        assertThat(told).contains("kontor: answered 1");
        assertThat(line(told, "palette: ")).contains("Report").doesNotContain("Flooded");
        assertThat(line(told, "report: ")).contains("sample.hostile.report.throws", "sample.hostile.report.floods");
        assertThat(line(told, "troubles: "))
                .contains(
                        "Section of the customer card",
                        "Check of replies",
                        "Command palette",
                        "Part of reports",
                        "It is switched off.");
        assertThat(told)
                .contains("kontor: arrived after all that", "kontor: the window hangs")
                .containsPattern("kontor: held by sample\\.hostile: \\d+ ms in sample\\.hostile\\.internal\\.");
    }

    private static void theNextStartComesUpWithoutIt(String told) {
        assertThat(line(told, "menus: ")).doesNotContain(ITEM).contains("Help");
        assertThat(line(told, "card: "))
                .contains("sample.hostile was left out: it kept the window from working")
                .doesNotContain("Spied");
        assertThat(line(told, "troubles: ")).contains("it kept the window from working", "It is switched off.");
    }

    private static void safeModeSaysSo(String told) {
        assertThat(line(told, "menus: ")).doesNotContain(ITEM);
        assertThat(line(told, "card: ")).doesNotContain("sample.hostile", "Spied");
        assertThat(line(told, "safe: ")).contains("Kontor runs in safe mode");
    }

    private static String line(String told, String name) {
        return told.lines()
                .filter(line -> line.startsWith("kontor: " + name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing was said of \"" + name + "\":\n" + told));
    }

    /** Starts the window, lets it work beside the plug-in, and answers what it has seen. */
    private String tour(String name, int code, String... more) throws Exception {
        Path shots = Path.of("target", "shots", "hostile", name).toAbsolutePath();
        Stream<String> words = Stream.of("--demo", "--lang", "en", "--guard-tour", shots.toString());
        Run run = product.start(data, Stream.concat(words, Stream.of(more)).toArray(String[]::new));
        assertThat(run.code()).as(run.output()).isEqualTo(code);
        try (Stream<Path> pictures = Files.list(shots)) {
            assertThat(pictures)
                    .isNotEmpty()
                    .allSatisfy(picture -> assertThat(picture).isNotEmptyFile());
        }
        return run.output();
    }

    private void deeds(String deeds) throws Exception {
        Path settings = Files.createDirectories(data.resolve("demo/plugins/settings"));
        Files.writeString(
                settings.resolve("sample.hostile.properties"), "deeds=" + deeds + "\nforeign=" + foreign() + "\n");
    }

    /** A conversation of a brand that was not chosen, as somebody might give it away. */
    private String foreign() throws Exception {
        try (Connection store = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("demo/kontor.db"));
                Statement statement = store.createStatement();
                ResultSet row = statement.executeQuery("SELECT conversation.brand_id, conversation.id FROM conversation"
                        + " JOIN brand ON brand.id = conversation.brand_id WHERE brand.name <> '" + OWN
                        + "' LIMIT 1")) {
            assertThat(row.next()).as("a conversation of another brand").isTrue();
            return row.getLong(1) + ":" + row.getLong(2);
        }
    }
}
