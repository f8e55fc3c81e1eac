package org.kontor.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Linux archive alone, in an empty folder: it starts, and p2 installs from the site with it. */
class InstallTest {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    private Path home;

    @BeforeEach
    void unpack() throws Exception {
        Path place = Files.createDirectories(folder.resolve("a folder"));
        Run run = Run.of(
                place,
                Map.of(),
                LIMIT,
                List.of("tar", "xzf", Checkout.archive("linux.gtk.x86_64").toString()));
        assertThat(run.code()).as(run.output()).isZero();
        home = place.resolve("kontor");
    }

    @Test
    void theProductStartsFromItsArchiveAlone() throws Exception {
        assumeTrue(System.getenv("DISPLAY") != null, "needs a display, such as the one of ./kontor verify");
        Path data = folder.resolve("data");
        Run run = Run.of(
                folder,
                Map.of("JAVA_HOME", System.getProperty("java.home"), "HOME", folder.toString()),
                LIMIT,
                List.of(home.resolve("kontor").toString(), "--data", data.toString(), "--exit-after-start"));
        assertThat(run.code()).as(run.output()).isZero();
        assertThat(run.output()).containsPattern("kontor: started in \\d+ ms");
        assertThat(data).isDirectory();
    }

    @Test
    void theDemoInstallsIntoTheProductFromTheSite() throws Exception {
        assertThat(director("-installIU", "org.kontor.demo.feature.feature.group")
                        .output())
                .contains("Operation completed");
        assertThat(director("-listInstalledRoots").output())
                .contains("org.kontor.demo.feature.feature.group/0.1.0")
                .contains("org.kontor.product/0.1.0");
        assertThat(director("-uninstallIU", "org.kontor.demo.feature.feature.group")
                        .output())
                .contains("Operation completed");
        assertThat(director("-listInstalledRoots").output()).doesNotContain("org.kontor.demo.feature");
    }

    @Test
    void theFeatureInstallsIntoAnEmptyFolder() throws Exception {
        Path empty = folder.resolve("empty");
        String[] there = {
            "-destination",
            empty.toString(),
            "-profile",
            "Fresh",
            "-bundlepool",
            empty.toString(),
            "-p2.os",
            "linux",
            "-p2.ws",
            "gtk",
            "-p2.arch",
            "x86_64",
            "-roaming"
        };
        List<String> install = new ArrayList<>(List.of("-installIU", "org.kontor.feature.feature.group"));
        install.addAll(List.of(there));
        Run run = director(install.toArray(String[]::new));
        assertThat(run.output()).contains("Operation completed");
        List<String> list = new ArrayList<>(List.of("-listInstalledRoots"));
        list.addAll(List.of(there));
        assertThat(director(list.toArray(String[]::new)).output()).contains("org.kontor.feature.feature.group/0.1.0");
        assertThat(empty.resolve("kontor")).isExecutable();
        try (Stream<Path> plugins = Files.list(empty.resolve("plugins"))) {
            assertThat(plugins).anyMatch(file -> file.getFileName().toString().startsWith("org.kontor.app_"));
        }
    }

    private Run director(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-jar",
                DemoProduct.launcher(home).toString(),
                "-nosplash",
                "-data",
                folder.resolve("director").toString(),
                "-application",
                "org.eclipse.equinox.p2.director",
                "-repository",
                Site.of(Checkout.ROOT).folder().toUri().toString()));
        command.addAll(List.of(arguments));
        Run run = Run.of(folder, Map.of("HOME", folder.toString()), LIMIT, command);
        assertThat(run.code()).as(run.output()).isZero();
        return run;
    }
}
