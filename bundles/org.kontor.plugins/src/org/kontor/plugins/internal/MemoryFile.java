package org.kontor.plugins.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.osgi.service.log.Logger;

/**
 * Keeps {@link Memory} as a file of JSON. It is read each time, since a command line may change it while a window is open. A
 * write happens whole or not at all; a file that cannot be understood is put aside, never overwritten unseen.
 */
final class MemoryFile {
    /** Apart, so that a start that needs no file loads none of Jackson. */
    private static final class Json {
        static final JsonMapper MAPPER = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();

        private Json() {}
    }

    private final Path file;
    private final Logger log;

    MemoryFile(Path file, Logger log) {
        this.file = file;
        this.log = log;
    }

    synchronized Memory read() {
        try {
            String text = Files.readString(file);
            return Objects.requireNonNullElse(Json.MAPPER.readValue(text, Memory.class), Memory.EMPTY);
        } catch (NoSuchFileException e) {
            return Memory.EMPTY;
        } catch (JsonProcessingException e) {
            putAside(e);
            return Memory.EMPTY;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    synchronized void change(UnaryOperator<Memory> change) {
        Memory before = read();
        Memory after = change.apply(before);
        if (!after.equals(before)) {
            write(after);
        }
    }

    private void write(Memory memory) {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(beside, Json.MAPPER.writeValueAsString(memory) + "\n");
            try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            try {
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    private void putAside(JsonProcessingException cause) {
        Path aside = file.resolveSibling(file.getFileName() + ".broken");
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            log.warn("{} cannot be understood ({}) and was put aside", file, cause.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can neither be understood nor put aside", e);
        }
    }
}
