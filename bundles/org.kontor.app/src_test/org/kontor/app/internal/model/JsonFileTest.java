package org.kontor.app.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.ui.api.theme.ThemeChoice;

class JsonFileTest {
    @TempDir
    Path folder;

    private Path path;
    private JsonFile<WindowState> file;

    @BeforeEach
    void file() {
        path = folder.resolve("window.json");
        file = new JsonFile<>(path, WindowState.class);
    }

    @Test
    void whatWasSavedComesBack() throws IOException {
        WindowState state = new WindowState(
                new Frame(10, 20, 1200, 800),
                true,
                "org.kontor.perspective.inbox",
                Map.of("org.kontor.list", 3200),
                "org.kontor.part.progress",
                Set.of(5L, 9_007_199_254_740_993L),
                "2026-11-01/2026-11-27");
        file.write(state);
        assertThat(file.read()).isEqualTo(new JsonFile.Read.Found<>(state));
        file.write(WindowState.NONE);
        assertThat(file.read()).isEqualTo(new JsonFile.Read.Found<>(WindowState.NONE));
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void nothingSavedIsNoFault() {
        assertThat(file.read()).isEqualTo(new JsonFile.Read.Absent<>());
    }

    @Test
    void aFileOfAnotherVersionIsRead() throws IOException {
        Files.writeString(path, "{\"maximised\": true, \"something\": {\"newer\": [1]}}");
        assertThat(file.read())
                .isEqualTo(
                        new JsonFile.Read.Found<>(new WindowState(null, true, null, Map.of(), null, Set.of(), null)));
    }

    @Test
    void aBrokenFileIsPutAsideAndNamed() throws IOException {
        Files.writeString(path, "{\"maximised\": tru");
        assertThat(file.read())
                .isInstanceOfSatisfying(
                        JsonFile.Read.Broken.class,
                        broken -> assertThat(broken.reason()).contains("window.json", "line 1", "window.json.broken"));
        assertThat(path).doesNotExist();
        assertThat(folder.resolve("window.json.broken")).hasContent("{\"maximised\": tru");
        assertThat(file.read()).isEqualTo(new JsonFile.Read.Absent<>());
    }

    @Test
    void preferencesKeepThemeAndLanguage() throws IOException {
        JsonFile<Preferences> preferences = new JsonFile<>(folder.resolve("preferences.json"), Preferences.class);
        Preferences chosen = Preferences.NONE.with(ThemeChoice.DARK).with("de");
        preferences.write(chosen);
        assertThat(preferences.read()).isEqualTo(new JsonFile.Read.Found<>(chosen));
    }
}
