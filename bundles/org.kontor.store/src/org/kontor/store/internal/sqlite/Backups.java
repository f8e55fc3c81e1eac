package org.kontor.store.internal.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole copies of the database beside it, made before its schema changes. */
final class Backups {
    /** Name of the folder within the data folder. */
    static final String FOLDER = "backup";

    private static final int KEPT = 3;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private Backups() {}

    /** Makes a complete copy and forgets all but the newest few. */
    static Path make(Connection connection, Path database, int version, Instant now) throws SQLException, IOException {
        Path folder = Files.createDirectories(database.resolveSibling(FOLDER));
        Path copy = folder.resolve("kontor-" + STAMP.format(now) + "-schema" + version + ".db");
        Path half = folder.resolve(copy.getFileName() + ".half");
        Files.deleteIfExists(half);
        try (PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, half.toString());
            statement.execute();
        }
        try (FileChannel channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(half, copy, StandardCopyOption.ATOMIC_MOVE);
        for (Path old : oldest(folder)) {
            Files.deleteIfExists(old);
        }
        return copy;
    }

    private static List<Path> oldest(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> copies = files.filter(f -> f.getFileName().toString().matches("kontor-.*-schema\\d+\\.db"))
                    .sorted(Comparator.comparing(f -> f.getFileName().toString()))
                    .toList();
            return copies.subList(0, Math.max(0, copies.size() - KEPT));
        }
    }
}
