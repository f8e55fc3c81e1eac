package org.kontor.plugins.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.api.id.BrandId;
import org.osgi.service.log.Logger;

class MemoryFileTest {
    private static final BrandId ONE = new BrandId(1);
    private static final BrandId TWO = new BrandId(2);

    @TempDir
    private Path folder;

    private final List<String> logged = new ArrayList<>();
    private MemoryFile file;

    @BeforeEach
    void anEmptyFolder() {
        Logger log = (Logger) Proxy.newProxyInstance(
                MemoryFileTest.class.getClassLoader(), new Class<?>[] {Logger.class}, (proxy, method, arguments) -> {
                    logged.add(method.getName());
                    return null;
                });
        file = new MemoryFile(folder.resolve("plugins.json"), log);
    }

    @Test
    void whatIsKeptIsThereForTheNextProcess() {
        file.change(now -> now.withSite("https://a.example").withSite("https://b.example"));
        file.change(now -> now.withSite("https://a.example").withState(7, Map.of("x.y", Set.of(TWO, ONE))));
        Memory read = new MemoryFile(folder.resolve("plugins.json"), null).read();
        assertThat(read.sites()).containsExactly("https://a.example", "https://b.example");
        assertThat(read.brands(7, "x.y")).contains(Set.of(ONE, TWO));
        assertThat(read.brands(7, "other")).isEmpty();
        assertThat(read.brands(8, "x.y")).isEmpty();
        file.change(now -> now.withoutSite("https://a.example"));
        assertThat(file.read().sites()).containsExactly("https://b.example");
    }

    @Test
    void theOldestStatesAreForgotten() {
        for (long state = 1; state <= 40; state++) {
            long id = state;
            file.change(now -> now.withState(id, Map.of("x.y", Set.of(ONE))));
        }
        assertThat(file.read().states().keySet()).hasSize(30).contains(40L, 11L).doesNotContain(10L);
    }

    @Test
    void aFileThatCannotBeUnderstoodIsPutAsideAndSaidSo() throws IOException {
        Files.writeString(folder.resolve("plugins.json"), "{ \"sites\": 7");
        assertThat(file.read()).isEqualTo(Memory.EMPTY);
        assertThat(folder.resolve("plugins.json.broken")).hasContent("{ \"sites\": 7");
        assertThat(logged).contains("warn");
    }

    @Test
    void aFileFromAnOlderOrNewerVersionIsRead() throws IOException {
        Files.writeString(folder.resolve("plugins.json"), "{ \"colour\": 1, \"sites\": [ \"https://a.example\" ] }");
        assertThat(file.read().sites()).containsExactly("https://a.example");
        assertThat(file.read().states()).isEmpty();
    }
}
