package org.kontor.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lies in the archives, without starting them. */
class ArchiveTest {
    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "linux.gtk.x86_64,       kontor,                     swt.gtk.linux.x86_64",
        "win32.win32.x86_64,     kontor,                     swt.win32.win32.x86_64",
        "macosx.cocoa.aarch64,   Kontor.app/Contents/Eclipse, swt.cocoa.macosx.aarch64"
    })
    void anArchiveHoldsItsOwnSystemAndWhatTheLawAsksFor(String system, String home, String widgets) throws Exception {
        Path installed = unpack(Checkout.archive(system)).resolve(home);
        assertThat(installed.resolve("LICENSE")).hasSameTextualContentAs(Checkout.ROOT.resolve("LICENSE"));
        assertThat(installed.resolve("THIRD-PARTY.md")).isNotEmptyFile();
        assertThat(installed.resolve("kontor.args")).isNotEmptyFile();
        List<String> plugins = names(installed.resolve("plugins"));
        assertThat(plugins)
                .filteredOn(name -> name.startsWith("org.eclipse.swt.") && !name.contains(".svg"))
                .as("native widgets")
                .hasSize(1)
                .allMatch(name -> name.contains(widgets));
        assertThat(plugins).anyMatch(name -> name.startsWith("org.kontor.app_"));
        assertThat(plugins).anyMatch(name -> name.startsWith("org.eclipse.equinox.launcher_"));
        assertThat(plugins).noneMatch(name -> name.contains(".tests_") || name.contains("simulator"));
        assertThat(plugins)
                .as("each bundle once")
                .extracting(name -> name.replaceFirst("_[0-9].*", ""))
                .doesNotHaveDuplicates();
    }

    @Test
    void nothingInAnInstallationPointsBackToWhereItWasBuilt() throws Exception {
        Path installed = unpack(Checkout.archive("linux.gtk.x86_64")).resolve("kontor");
        try (Stream<Path> files = Files.walk(installed)) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> file.toString().matches(".*\\.(ini|info|xml|args|sh|prefs|properties)")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .as(file.toString())
                            .doesNotContain(Checkout.ROOT.toString()));
        }
    }

    @Test
    void everySystemHasItsStartScript() throws Exception {
        Path linux = unpack(Checkout.archive("linux.gtk.x86_64")).resolve("kontor");
        assertThat(linux.resolve("kontor")).isExecutable();
        assertThat(linux.resolve("kontor-java.sh")).isExecutable();
        Path mac = unpack(Checkout.archive("macosx.cocoa.aarch64"));
        assertThat(mac.resolve("kontor.command")).isExecutable();
        assertThat(mac.resolve("Kontor.app/Contents/MacOS/kontor")).isExecutable();
        assertThat(mac.resolve("Kontor.app/Contents/Eclipse/kontor")).isExecutable();
        assertThat(mac.resolve("Kontor.app/Contents/Info.plist"))
                .content()
                .contains("<string>kontor</string>")
                .doesNotContain("@version@");
        Path windows = unpack(Checkout.archive("win32.win32.x86_64")).resolve("kontor");
        assertThat(Files.readString(windows.resolve("kontor.cmd")))
                .contains("\r\n")
                .contains("if %ERRORLEVEL% equ 23");
    }

    private Path unpack(Path archive) throws Exception {
        Path target = Files.createTempDirectory(folder, "unpacked");
        List<String> command = archive.toString().endsWith(".zip")
                ? List.of(Path.of(System.getProperty("java.home"), "bin/jar").toString(), "xf", archive.toString())
                : List.of("tar", "xzf", archive.toString());
        Run run = Run.of(target, Map.of(), Duration.ofMinutes(2), command);
        assertThat(run.code()).as(run.output()).isZero();
        return target;
    }

    private static List<String> names(Path plugins) throws Exception {
        try (Stream<Path> files = Files.list(plugins)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
