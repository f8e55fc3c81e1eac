package org.kontor.store.internal.sqlite;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;

/** Opens connections to one database, with every setting as a property of the connection. */
final class Connections {
    private static final int WRITER_CACHE_KIB = 32 * 1024;
    private static final int READER_CACHE_KIB = 16 * 1024;
    /** The log keeps this much disk when it starts anew: overwriting is cheaper than growing. */
    private static final int KEPT_LOG_BYTES = 16 * 1024 * 1024;

    private final Path file;
    private final StoreOptions options;

    Connections(Path file, StoreOptions options) {
        this.file = file;
        this.options = options;
    }

    /**
     * Says where SQLite's native part is unpacked: the data folder, because the system's may forbid execution. What killed
     * processes left behind goes away.
     */
    static void prepareNative(Path folder) throws IOException {
        String property = "org.sqlite.tmpdir";
        if (System.getProperty(property) != null) {
            return;
        }
        Path unpacked = Files.createDirectories(folder.resolve("native"));
        try (DirectoryStream<Path> left = Files.newDirectoryStream(unpacked, "sqlite-*")) {
            for (Path old : left) {
                Files.deleteIfExists(old);
            }
        }
        System.setProperty(property, unpacked.toString());
    }

    /** A connection for the one thread that writes. */
    Connection writer() throws SQLException {
        SQLiteConfig config = common();
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setCacheSize(-WRITER_CACHE_KIB);
        config.setJournalSizeLimit(KEPT_LOG_BYTES);
        config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, "0");
        if (options.mostPages() > 0) {
            config.setMaxPageCount((int) options.mostPages());
        }
        return open(config);
    }

    /** A connection for a thread that reads. */
    Connection reader() throws SQLException {
        SQLiteConfig config = common();
        config.setReadOnly(true);
        config.setCacheSize(-READER_CACHE_KIB);
        return open(config);
    }

    /** A connection for the thread that moves the log into the database. */
    Connection checkpointer() throws SQLException {
        SQLiteConfig config = common();
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, "0");
        return open(config);
    }

    private SQLiteConfig common() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout((int) options.busy().toMillis());
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        // Else the driver asks for the rowid after every single insert.
        config.setGetGeneratedKeys(false);
        return config;
    }

    private Connection open(SQLiteConfig config) throws SQLException {
        return JDBC.createConnection(JDBC.PREFIX + file, config.toProperties());
    }
}
