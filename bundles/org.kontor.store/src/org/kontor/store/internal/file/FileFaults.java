package org.kontor.store.internal.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;
import org.kontor.api.store.StoreException;
import org.kontor.api.store.StoreException.Kind;

/** Says what an exception of the file system means, and what to do. */
public final class FileFaults {
    private final Path file;

    /** @param file the one to be named; its folder is meant where the folder is to blame */
    public FileFaults(Path file) {
        this.file = file;
    }

    /** What an exception means. */
    public StoreException of(IOException e) {
        String reason = e instanceof FileSystemException f && f.getReason() != null ? f.getReason() : "";
        String lower = reason.toLowerCase(Locale.ROOT);
        if (e instanceof AccessDeniedException || lower.contains("read-only") || lower.contains("permission denied")) {
            return readOnly(e);
        }
        if (lower.contains("no space left") || lower.contains("not enough space") || lower.contains("quota")) {
            return diskFull(e);
        }
        return new StoreException(
                Kind.UNREACHABLE,
                "The folder " + file.getParent()
                        + " cannot be used. Look whether it is there and may be read and written.",
                e);
    }

    /** No room is left. */
    public StoreException diskFull(Throwable cause) {
        return new StoreException(
                Kind.DISK_FULL,
                "The disk that holds " + file
                        + " is full: nothing can be saved until there is room. Delete or move other"
                        + " files; what was saved before is safe.",
                cause);
    }

    /** Nothing may be written. */
    public StoreException readOnly(Throwable cause) {
        return new StoreException(
                Kind.READ_ONLY,
                "The folder " + file.getParent() + " may only be read. Give the user who runs Kontor the right to write"
                        + " there, or choose another folder with --data.",
                cause);
    }
}
