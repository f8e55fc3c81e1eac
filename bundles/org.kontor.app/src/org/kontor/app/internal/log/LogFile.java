package org.kontor.app.internal.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file of text that is put aside when it gets long; so many of those before it are kept. Not safe for several threads. */
final class LogFile {
    private final Path file;
    private final long limit;
    private final int kept;

    /**
     * @param limit bytes after which the file is put aside
     * @param kept how many old ones stay
     */
    LogFile(Path file, long limit, int kept) {
        this.file = file;
        this.limit = limit;
        this.kept = kept;
    }

    void append(String text) throws IOException {
        Files.createDirectories(file.getParent());
        if (Files.exists(file) && Files.size(file) >= limit) {
            rotate();
        }
        Files.writeString(file, text + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    Path path() {
        return file;
    }

    private void rotate() throws IOException {
        Files.deleteIfExists(old(kept));
        for (int number = kept - 1; number >= 1; number--) {
            if (Files.exists(old(number))) {
                Files.move(old(number), old(number + 1), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.move(file, old(1), StandardCopyOption.REPLACE_EXISTING);
    }

    private Path old(int number) {
        return file.resolveSibling(file.getFileName() + "." + number);
    }
}
