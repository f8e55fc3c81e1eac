package org.kontor.app.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.api.runner.DataFolder;
import org.kontor.ui.api.state.ViewStates;
import org.osgi.service.log.Logger;

class KeptViewStatesTest {
    @TempDir
    Path folder;

    private final List<String> logged = new ArrayList<>();
    private KeptViewStates states;

    @BeforeEach
    void open() {
        states = reopened();
    }

    @Test
    void whatAViewKeptIsThereAfterARestart() {
        states.put("org.example.order", "newest");
        states.put("org.example.open", List.of("12", "7"));
        states.put("org.example.gone", "x");
        states.remove("org.example.gone");
        states.flush();
        KeptViewStates after = reopened();
        assertThat(after.get("org.example.order")).contains("newest");
        assertThat(after.list("org.example.open")).containsExactly("12", "7");
        assertThat(after.get("org.example.gone")).isEmpty();
        assertThat(after.list("org.example.never")).isEmpty();
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void memoryAnswersBeforeTheDiskHasIt() {
        states.put("org.example.order", "oldest");
        assertThat(states.get("org.example.order")).contains("oldest");
    }

    @Test
    void anEmptyListIsKeptAsOne() {
        states.put("org.example.open", List.of("1"));
        states.put("org.example.open", List.of());
        assertThat(states.list("org.example.open")).isEmpty();
    }

    @Test
    void tooMuchIsRefusedAndWhatWasStays() {
        states.put("org.example.order", "newest");
        String tooMuch = "x".repeat(ViewStates.MOST_CHARACTERS + 1);
        assertThatThrownBy(() -> states.put("org.example.order", tooMuch))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("org.example.order");
        assertThatThrownBy(() -> states.put(" ", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> states.put("org.example.open", List.of("a\nb")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(states.get("org.example.order")).contains("newest");
    }

    @Test
    void whatWasPutLongestAgoMakesRoom() {
        for (int number = 0; number < ViewStates.MOST_KEYS; number++) {
            states.put("org.example." + number, "first");
        }
        states.put("org.example.0", "again");
        states.put("org.example.one more", "x");
        assertThat(states.get("org.example.0")).contains("again");
        assertThat(states.get("org.example.1")).isEmpty();
        assertThat(states.get("org.example.2")).contains("first");
    }

    @Test
    void aBrokenFileIsSaidAndPutAside() throws IOException {
        Files.writeString(folder.resolve("views.json"), "{\"values\": [");
        assertThat(reopened().get("org.example.order")).isEmpty();
        assertThat(logged).anyMatch(line -> line.contains("views.json"));
        assertThat(folder.resolve("views.json.broken")).exists();
    }

    private KeptViewStates reopened() {
        return new KeptViewStates(
                new DataFolder() {
                    @Override
                    public Path path() {
                        return folder;
                    }

                    @Override
                    public boolean demo() {
                        return false;
                    }
                },
                log());
    }

    private Logger log() {
        return (Logger) Proxy.newProxyInstance(
                Logger.class.getClassLoader(), new Class<?>[] {Logger.class}, (self, method, arguments) -> {
                    logged.add(method.getName() + " " + java.util.Arrays.deepToString(arguments));
                    return null;
                });
    }
}
