package org.kontor.guard.internal.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.osgi.service.log.Logger;

/**
 * A record in a file of JSON. When a write returns it is on the disk, and at no time is there a half of it. A file that cannot be
 * understood is put aside and told to the log, never overwritten unseen.
 */
public final class KeptRecord<T extends Record> {
    /** Apart, so that Jackson's hundreds of classes are loaded only where there is a file to read or to write. */
    private static final class Json {
        static final JsonMapper MAPPER = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();

        private Json() {}
    }

    private final Path file;
    private final Class<T> type;
    private final Logger log;

    public KeptRecord(Path file, Class<T> type, Logger log) {
        this.file = file;
        this.type = type;
        this.log = log;
    }

    /** What was kept; empty if nothing was, or nothing that can be understood. */
    public Optional<T> read() {
        try {
            String text = Files.readString(file);
            return Optional.ofNullable(Json.MAPPER.readValue(text, type));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JsonProcessingException e) {
            putAside(e);
            return Optional.empty();
        } catch (IOException e) {
            log.error("{} cannot be read", file.getFileName(), e);
            return Optional.empty();
        }
    }

    /** @throws UncheckedIOException if it cannot be kept; the file then is as it was */
    public void write(T value) {
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            byte[] content = (Json.MAPPER.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8);
            try (FileChannel channel = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(content);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            try {
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file.getFileName() + " cannot be written: " + e.getMessage(), e);
        }
    }

    private void putAside(IOException cause) {
        Path aside = file.resolveSibling(file.getFileName() + ".broken");
        log.error("{} cannot be understood and is moved to {}", file.getFileName(), aside.getFileName(), cause);
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            log.error("{} cannot be moved", file.getFileName(), e);
        }
    }
}
