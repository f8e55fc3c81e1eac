package org.kontor.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The installed product does the main job by itself, with real key and mouse events against the simulated world, as
 * {@code ./kontor --shots} does; the pictures stay in {@code target/shots}.
 */
class DemoTourTest {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    @Test
    void aCustomerIsAnsweredThroughTheWindowAndTheNextStartGoesOnInTheOtherLanguage() throws Exception {
        assumeTrue(System.getenv("DISPLAY") != null, "needs a display, such as the one of ./kontor verify");
        Path home = DemoProduct.copyTo(folder.resolve("product"));
        Path shots = Path.of("target", "shots").toAbsolutePath();

        Run german = kontor(home, "--lang", "de", "--tour", shots.resolve("de").toString());
        assertThat(german.code()).as(german.output()).isZero();
        assertThat(german.output())
                .contains("kontor: answered 1")
                .doesNotContain("left open")
                .containsPattern("kontor: arrived +[1-9][0-9]* events")
                .containsPattern(": .* 1 answers, [01] of them seen, 0 twice")
                .doesNotContain("DOES NOT BALANCE");
        // There is none before something is to be told.
        Path log = folder.resolve("data/demo/logs/kontor.log");
        assertThat(Files.exists(log) ? Files.readString(log) : "")
                .as("what the error log shows")
                .doesNotContain(" ERROR ");

        Run english = kontor(home, "--lang", "en", "--tour", shots.resolve("en").toString());
        assertThat(english.code()).as(english.output()).isZero();
        assertThat(english.output())
                .contains("kontor: answered 2")
                // The case that the first start escalated, edited and saved; the other one it only looked at.
                .containsPattern("left open: 2 cases, in front: .+ \\| Wird mit dem Lager geklärt\\.")
                .doesNotContain("DOES NOT BALANCE")
                .doesNotContainPattern(" [1-9][0-9]* twice");
        for (String language : List.of("de", "en")) {
            try (Stream<Path> pictures = Files.list(shots.resolve(language))) {
                assertThat(pictures)
                        .hasSizeGreaterThanOrEqualTo(8)
                        .allSatisfy(picture -> assertThat(picture).isNotEmptyFile());
            }
        }
    }

    private Run kontor(Path home, String... words) throws Exception {
        Stream<String> command = Stream.of(home.resolve("kontor").toString(), "--demo", "--data", folder + "/data");
        return Run.of(
                folder,
                Map.of("JAVA_HOME", System.getProperty("java.home"), "HOME", folder.toString()),
                LIMIT,
                Stream.concat(command, Stream.of(words)).toList());
    }
}
