package org.kontor.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The client's plug-in at work in the installed product, on the demo agency, whose simulator has the client's shop: what it tells
 * beside a conversation, of a reply and in the report is read from the window itself. The pictures stay in
 * {@code target/shots/samples}.
 */
@Tag("samples")
class NordwindTest {
    private static final String NORDWIND = "sample.nordwind.feature";

    @TempDir
    private Path folder;

    private Installation product;
    private Path data;

    private void unpack() throws Exception {
        assumeTrue(System.getenv("DISPLAY") != null, "needs a display, such as the one of ./kontor verify");
        product = new Installation(DemoProduct.copyTo(folder.resolve("product")), folder);
        data = folder.resolve("data");
    }

    @Test
    void whatThePlugInTellsComesWithItChangesWithItAndGoesWithIt() throws Exception {
        unpack();
        // The first start sets the demo agency up: brands can be chosen only where there are some.
        assertThat(tour("1-before"))
                .contains("card not told by plug-ins", "report not told by plug-ins")
                .doesNotContain("leave out");

        try (WebSite site = new WebSite(SampleSites.of("1.0.0"))) {
            String address = site.address().toString();
            product.plugins(data, "install", NORDWIND, "--site", address, "--brands", "Nordwind Outdoor", "--demo");
            assertThat(product.plugins(data, "list", "--demo")).contains(NORDWIND + " 1.0.0", "Nordwind Outdoor");
            assertThat(tour("2-installed"))
                    .containsPattern("card told by plug-ins: .*Orders \\| NW-\\d+")
                    .containsPattern("checks told by plug-ins: .*leave out \u201cWe promise\u201d")
                    .doesNotContain("leave out \u201cby tomorrow")
                    .containsPattern("report told by plug-ins: .*Products customers ask about")
                    .containsPattern("report rows: .*Softshell");

            site.show(SampleSites.of("1.1.0"));
            assertThat(product.plugins(data, "update", NORDWIND, "--demo")).contains("added " + NORDWIND + " 1.1.0");
            assertThat(tour("3-updated"))
                    .containsPattern("card told by plug-ins: .*Orders in the shop \\| NW-\\d+")
                    .containsPattern("checks told by plug-ins: .*leave out \u201cby tomorrow at the latest\u201d");
        }

        assertThat(product.plugins(data, "rollback", "--demo")).contains("added " + NORDWIND + " 1.0.0");
        product.plugins(data, "uninstall", NORDWIND, "--demo");
        assertThat(product.plugins(data, "list", "--demo")).doesNotContain("nordwind");
    }

    @Test
    void theSameThroughTheWindow() throws Exception {
        unpack();
        try (WebSite site = new WebSite(SampleSites.of("1.0.0"))) {
            assertThat(act("window-1-installed", "install", site.address().toString()))
                    .containsPattern("card told by plug-ins: .*Orders \\| NW-\\d+")
                    .containsPattern("checks told by plug-ins: .*leave out \u201cWe promise\u201d");
            site.show(SampleSites.of("1.1.0"));
            assertThat(act("window-2-updated", "update", "none"))
                    .containsPattern("card told by plug-ins: .*Orders in the shop \\| NW-\\d+");
        }
        assertThat(act("window-3-rolled-back", "rollback", "none"))
                .containsPattern("card told by plug-ins: .*Orders \\| NW-\\d+");
        assertThat(act("window-4-uninstalled", "uninstall", "none")).contains("card not told by plug-ins");
    }

    /** Does something in the Plug-ins perspective, restarts from there, and answers what the window tells after that. */
    private String act(String name, String what, String site) throws Exception {
        return tour(name, "--plugin-act", what, "--plugin-site", site);
    }

    /** Starts the window, lets it look at what plug-ins tell, and answers what it has seen. */
    private String tour(String name, String... more) throws Exception {
        Path shots = Path.of("target", "shots", "samples", name).toAbsolutePath();
        Files.deleteIfExists(shots.resolve("acted"));
        Stream<String> words = Stream.of("--demo", "--lang", "en", "--plugin-tour", shots.toString());
        Run run = product.start(data, Stream.concat(words, Stream.of(more)).toArray(String[]::new));
        assertThat(run.code()).as(run.output()).isZero();
        try (Stream<Path> pictures = Files.list(shots)) {
            assertThat(pictures.filter(file -> file.toString().endsWith(".png")))
                    .hasSizeGreaterThanOrEqualTo(3)
                    .allSatisfy(picture -> assertThat(picture).isNotEmptyFile());
        }
        return run.output();
    }
}
