package org.kontor.app.internal.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A record kept as a file of JSON. A file that cannot be read is put aside and said so, never overwritten unseen; a write
 * either happens whole or not at all. Fields that this version does not know are ignored: an older version may come back.
 */
public final class JsonFile<T extends Record> {
    /** What came of reading. */
    public sealed interface Read<T extends Record> {
        /** The record as it was saved. */
        record Found<T extends Record>(T value) implements Read<T> {}

        /** Nothing has been saved yet. */
        record Absent<T extends Record>() implements Read<T> {}

        /**
         * The file cannot be understood; it now lies beside its place.
         *
         * @param reason names the file, the place in it and the cause
         */
        record Broken<T extends Record>(String reason) implements Read<T> {}
    }

    private final Path file;
    private final Shape<T> shape;

    public JsonFile(Path file, Shape<T> shape) {
        this.file = file;
        this.shape = shape;
    }

    /** Reads the record. */
    public Read<T> read() {
        try {
            return new Read.Found<>(shape.read().apply(PlainJson.read(Files.readString(file))));
        } catch (java.nio.file.NoSuchFileException e) {
            return new Read.Absent<>();
        } catch (JsonProcessingException e) {
            String where =
                    e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
            return putAside(where + e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            return putAside(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new Read.Broken<>(file + " cannot be read: " + e);
        }
    }

    /**
     * Saves the record: into a file beside it, forced to disk, then renamed.
     *
     * @throws IOException if that fails; the file then is as it was
     */
    public void write(T value) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(beside, PlainJson.write(shape.write().apply(value)) + "\n");
        try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        try {
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Names the file, for messages. */
    @Override
    public String toString() {
        return file.toString();
    }

    private Read<T> putAside(String cause) {
        Path aside = file.resolveSibling(file.getFileName() + ".broken");
        String what = file + " cannot be understood (" + cause + ")";
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            return new Read.Broken<>(what + "; it was moved to " + aside.getFileName() + " and the defaults are used");
        } catch (IOException e) {
            return new Read.Broken<>(what + " and cannot be moved aside: " + e);
        }
    }
}
