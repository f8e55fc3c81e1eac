package org.kontor.store.internal.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kontor.api.store.StoreException;
import org.kontor.api.store.StoreException.Kind;
import org.kontor.store.internal.file.FileFaults;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Says what an exception of SQLite or of the file system means, and what to do. */
final class Faults {
    private static final int PRIMARY_CODE = 0xff;

    private final Path file;
    private final FileFaults files;

    /** @param file the database, to be named */
    Faults(Path file) {
        this.file = file;
        this.files = new FileFaults(file);
    }

    /** What an exception of SQLite means. */
    StoreException of(SQLException e) {
        SQLiteException sqlite = sqlite(e);
        if (sqlite == null) {
            return new StoreException(Kind.OTHER, "The database " + file + " did not do what was asked.", e);
        }
        SQLiteErrorCode code = sqlite.getResultCode();
        return switch (code.code & PRIMARY_CODE) {
            case 13 -> files.diskFull(e);
            case 8 -> files.readOnly(e);
            case 5, 6 ->
                new StoreException(
                        Kind.LOCKED,
                        "Another program holds the database " + file + " locked. Close it (a backup or a database tool,"
                                + " perhaps) and try again.",
                        e);
            case 11, 26 -> damaged(e);
            case 14 ->
                new StoreException(
                        Kind.UNREACHABLE,
                        "The database " + file + " cannot be opened. Look whether the folder is there and may be read"
                                + " and written.",
                        e);
            case 10 ->
                new StoreException(
                        Kind.UNREACHABLE,
                        "The disk did not read or write the database " + file + " ("
                                + code.name().toLowerCase(Locale.ROOT)
                                + "). Look whether the disk is there and healthy; nothing half-written was kept.",
                        e);
            default ->
                new StoreException(
                        Kind.OTHER,
                        "The database " + file + " refused a statement ("
                                + code.name().toLowerCase(Locale.ROOT) + ").",
                        e);
        };
    }

    private static @Nullable SQLiteException sqlite(SQLException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException found) {
                return found;
            }
        }
        return null;
    }

    /** What an exception of the file system means. */
    StoreException of(IOException e) {
        return files.of(e);
    }

    /** A file system that refuses every change. */
    StoreException of(ReadOnlyFileSystemException e) {
        return files.readOnly(e);
    }

    /** What is in the file makes no sense. */
    StoreException damaged(@Nullable Throwable cause) {
        return new StoreException(
                Kind.DAMAGED,
                "The database " + file
                        + " is damaged, so nothing more is written to it. Close Kontor, keep a copy of the"
                        + " folder, check the disk, and put the newest file of " + file.resolveSibling(Backups.FOLDER)
                        + " or a backup of your own in its place.",
                cause);
    }

    /** The file is a database, but not one of ours. */
    StoreException foreign() {
        return new StoreException(
                Kind.DAMAGED,
                file + " is a database of another program. Nothing was changed. Move it away, or choose another folder"
                        + " with --data.",
                null);
    }

    /** The database is from the future. */
    StoreException newer(int version, int known) {
        return new StoreException(
                Kind.NEWER,
                "The database " + file + " was written by a newer Kontor (its schema is " + version
                        + ", this one knows " + known
                        + "). Start the newer Kontor, or choose another folder with --data. Nothing was changed.",
                null);
    }

    /** Another process has the folder. */
    StoreException taken(String holder) {
        return new StoreException(
                Kind.LOCKED,
                "Another Kontor" + holder + " works with the folder " + file.getParent()
                        + ". Use its window, close it, or choose another folder with --data.",
                null);
    }

    /** The store was closed. */
    StoreException closed() {
        return new StoreException(Kind.UNREACHABLE, "The database " + file + " has been closed.", null);
    }
}
