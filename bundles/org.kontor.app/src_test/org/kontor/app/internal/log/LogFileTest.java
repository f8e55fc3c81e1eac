package org.kontor.app.internal.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    @TempDir
    Path folder;

    @Test
    void aLongFileIsPutAsideAndTheOldestGoes() throws IOException {
        LogFile file = new LogFile(folder.resolve("logs/kontor.log"), 100, 2);
        for (int line = 0; line < 50; line++) {
            file.append("line " + line + " of a log that gets long");
        }
        try (var files = Files.list(folder.resolve("logs"))) {
            assertThat(files.map(each -> each.getFileName().toString()))
                    .containsExactlyInAnyOrder("kontor.log", "kontor.log.1", "kontor.log.2");
        }
        assertThat(Files.readString(folder.resolve("logs/kontor.log"))).contains("line 49");
        assertThat(Files.size(folder.resolve("logs/kontor.log.1"))).isLessThan(200);
    }
}
