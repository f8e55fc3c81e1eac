package org.kontor.simulator.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    private @TempDir @Nullable Path folder;

    private Path file() {
        Path known = folder;
        if (known == null) {
            throw new IllegalStateException("no folder");
        }
        return known.resolve("journal");
    }

    private List<String> write(String... texts) throws IOException {
        List<String> before = new ArrayList<>();
        try (Journal journal = Journal.open(file())) {
            journal.replay(entry ->
                    before.add(entry.data().path("text").asText() + new String(entry.blob(), StandardCharsets.UTF_8)));
            for (String text : texts) {
                byte[] blob = "!".getBytes(StandardCharsets.UTF_8);
                journal.append(new Entry("test.entry", Json.object().put("text", text), blob));
            }
        }
        return before;
    }

    @Test
    void entriesComeBackInTheirOrder() throws IOException {
        assertThat(write("a", "ä", "☕")).isEmpty();
        assertThat(write("d")).containsExactly("a!", "ä!", "☕!");
        assertThat(write()).containsExactly("a!", "ä!", "☕!", "d!");
    }

    @Test
    void aHalfWrittenLastEntryIsCutOffWhereverItBroke() throws IOException {
        write("a", "b");
        byte[] good = Files.readAllBytes(file());
        write("c");
        byte[] all = Files.readAllBytes(file());
        for (int length = good.length; length < all.length; length++) {
            Files.write(file(), Arrays.copyOf(all, length));
            assertThat(write("d")).containsExactly("a!", "b!");
            assertThat(write()).containsExactly("a!", "b!", "d!");
        }
    }

    @Test
    void nonsenseAtTheEndIsKeptAside() throws IOException {
        write("a");
        Files.writeString(file(), "this is not an entry, it is nonsense", StandardOpenOption.APPEND);
        assertThat(write("b")).containsExactly("a!");
        assertThat(write()).containsExactly("a!", "b!");
        byte[] aside = Files.readAllBytes(file().resolveSibling("journal.torn"));
        assertThat(new String(aside, StandardCharsets.ISO_8859_1)).endsWith("nonsense");
    }
}
