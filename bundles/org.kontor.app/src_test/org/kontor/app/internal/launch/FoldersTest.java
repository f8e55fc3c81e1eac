package org.kontor.app.internal.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {
    private static final Arguments PLAIN = Arguments.parse(List.of());
    private static final Arguments DEMO = Arguments.parse(List.of("--demo"));

    @Test
    void demoAndRealDataNeverShareAFolder() {
        Path real = Folders.of(PLAIN, Map.<String, String>of()::get, "Linux", "/home/anna");
        Path demo = Folders.of(DEMO, Map.<String, String>of()::get, "Linux", "/home/anna");
        assertThat(real).isEqualTo(Path.of("/home/anna/.local/share/kontor/agency"));
        assertThat(demo).isEqualTo(Path.of("/home/anna/.local/share/kontor/demo"));
    }

    @Test
    void theDesktopsDataFolderCounts() {
        assertThat(Folders.of(PLAIN, Map.of("XDG_DATA_HOME", "/data")::get, "Linux", "/home/anna"))
                .isEqualTo(Path.of("/data/kontor/agency"));
        assertThat(Folders.of(PLAIN, Map.of("XDG_DATA_HOME", "relative")::get, "Linux", "/home/anna"))
                .isEqualTo(Path.of("/home/anna/.local/share/kontor/agency"));
        assertThat(Folders.of(PLAIN, Map.<String, String>of()::get, "Mac OS X", "/Users/anna"))
                .isEqualTo(Path.of("/Users/anna/Library/Application Support/Kontor/agency"));
        assertThat(Folders.of(PLAIN, Map.of("LOCALAPPDATA", "/local")::get, "Windows 11", "/anna"))
                .isEqualTo(Path.of("/local/Kontor/agency"));
    }

    @Test
    void theCommandLineWins() {
        Arguments given = Arguments.parse(List.of("--data", "/srv/k", "--demo"));
        assertThat(Folders.of(given, Map.of("XDG_DATA_HOME", "/data")::get, "Linux", "/home/anna"))
                .isEqualTo(Path.of("/srv/k/demo"));
    }

    @Test
    void aFileInTheWayIsAFault(@TempDir Path temp) throws IOException {
        Path file = Files.writeString(temp.resolve("taken"), "x");
        assertThatThrownBy(() -> Folders.prepare(file.resolve("agency"))).isInstanceOf(IOException.class);
        Folders.prepare(temp.resolve("new/agency"));
        assertThat(temp.resolve("new/agency")).isEmptyDirectory();
    }
}
