package org.kontor.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive alone takes a stranger's plug-in from a web server, by the p2 director that is in it. */
@Tag("samples")
class SamplesTest {
    private static final String NORDWIND = "sample.nordwind.feature.feature.group";

    @TempDir
    private Path folder;

    private Installation product;

    @BeforeEach
    void unpack() throws Exception {
        product = Installation.unpacked(folder);
    }

    @Test
    void aPlugInIsInstalledUpdatedTakenBackAndUninstalled() throws Exception {
        String before = product.roots();
        try (WebSite site = new WebSite(SampleSites.of("1.0.0"))) {
            install(site);
            assertThat(product.roots()).contains(NORDWIND + "/1.0.0.").contains("org.kontor.product/0.1.0");
            String first = product.state();

            site.show(SampleSites.of("1.1.0"));
            String updated = product.director(
                    "-repository", site.address().toString(), "-uninstallIU", NORDWIND, "-installIU", NORDWIND);
            assertThat(updated).contains("Operation completed");
            assertThat(product.roots()).contains(NORDWIND + "/1.1.0.").doesNotContain(NORDWIND + "/1.0.0.");

            try (WebSite archive = new WebSite(SampleSites.of("1.0.0"))) {
                product.director("-repository", archive.address().toString(), "-revert", first);
            }
            assertThat(product.roots()).contains(NORDWIND + "/1.0.0.").doesNotContain(NORDWIND + "/1.1.0.");

            product.director("-uninstallIU", NORDWIND);
            assertThat(lines(product.roots())).isEqualTo(lines(before));
        }
    }

    @Test
    void anAddressWithoutASiteIsRefusedAndNothingChanges() throws Exception {
        Path broken = Files.createDirectories(folder.resolve("broken"));
        try (WebSite site = new WebSite(broken)) {
            Run run = product.tryDirector("-repository", site.address().toString(), "-installIU", NORDWIND);
            assertThat(run.code()).isNotZero();
            assertThat(run.output()).contains("Unable to load repositories");
        }
        assertThat(product.roots()).doesNotContain("nordwind");
    }

    private void install(WebSite site) throws Exception {
        String output = product.director("-repository", site.address().toString(), "-installIU", NORDWIND);
        assertThat(output).contains("Operation completed");
        try (Stream<Path> plugins = Files.list(product.home().resolve("plugins"))) {
            assertThat(plugins).anyMatch(file -> file.getFileName().toString().startsWith("sample.nordwind_1.0.0."));
        }
    }

    /** Without how long it took. */
    private static String lines(String output) {
        return output.lines()
                .filter(line -> line.contains("/"))
                .sorted()
                .toList()
                .toString();
    }
}
