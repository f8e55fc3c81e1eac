package org.kontor.app.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.ui.api.theme.ThemeChoice;

class JsonFileTest {
    @TempDir
    Path folder;

    private Path path;
    private JsonFile<WindowState> file;

    @BeforeEach
    void file() {
        path = folder.resolve("window.json");
        file = new JsonFile<>(path, Shapes.WINDOW);
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
    void aFileThatJacksonsBindingWroteIsRead() throws IOException {
        Files.writeString(path, """
                {
                  "frame" : {
                    "x" : -10,
                    "y" : 20,
                    "width" : 1200,
                    "height" : 800
                  },
                  "maximised" : true,
                  "perspective" : "org.kontor.perspective.inbox",
                  "shares" : {
                    "org.kontor.list" : 3200
                  },
                  "tool" : null,
                  "brands" : [ 5, 9007199254740993 ],
                  "range" : "2026-11-01/2026-11-27"
                }
                """);
        assertThat(file.read())
                .isEqualTo(new JsonFile.Read.Found<>(new WindowState(
                        new Frame(-10, 20, 1200, 800),
                        true,
                        "org.kontor.perspective.inbox",
                        Map.of("org.kontor.list", 3200),
                        null,
                        Set.of(5L, 9_007_199_254_740_993L),
                        "2026-11-01/2026-11-27")));
    }

    @Test
    void whateverTextsAreSavedComeBack() throws IOException {
        long seed = System.nanoTime();
        System.out.println("kontor: texts of seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            Map<String, Integer> shares = new HashMap<>();
            for (int n = random.nextInt(4); n > 0; n--) {
                shares.put(text(random), random.nextInt());
            }
            WindowState state = new WindowState(
                    random.nextBoolean() ? null : new Frame(random.nextInt(), 0, random.nextInt(), 1),
                    random.nextBoolean(),
                    random.nextBoolean() ? null : text(random),
                    shares,
                    text(random),
                    Set.of(random.nextLong()),
                    text(random));
            file.write(state);
            assertThat(file.read()).isEqualTo(new JsonFile.Read.Found<>(state));
        }
    }

    /** Letters, quotes, backslashes, control characters, and what needs two characters. */
    private static String text(Random random) {
        int[] points = random.ints(random.nextInt(12), 0, 0x1ff)
                .map(point -> point == 0x1fe ? 0x1f600 : point)
                .toArray();
        return new String(points, 0, points.length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{\"maximised\": \"yes\"}",
                "{\"brands\": [\"five\"]}",
                "{\"frame\": 7}",
                "{\"shares\": {\"a\": 9007199254740993}}",
                "{\"frame\": {\"x\": 1"
            })
    void whatIsNoSuchRecordIsPutAside(String text) throws IOException {
        Files.writeString(path, text);
        assertThat(file.read()).isInstanceOf(JsonFile.Read.Broken.class);
        assertThat(path).doesNotExist();
        assertThat(folder.resolve("window.json.broken")).hasContent(text);
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
        JsonFile<Preferences> preferences = new JsonFile<>(folder.resolve("preferences.json"), Shapes.PREFERENCES);
        Preferences chosen = Preferences.NONE.with(ThemeChoice.DARK).with("de");
        preferences.write(chosen);
        assertThat(preferences.read()).isEqualTo(new JsonFile.Read.Found<>(chosen));
    }
}
