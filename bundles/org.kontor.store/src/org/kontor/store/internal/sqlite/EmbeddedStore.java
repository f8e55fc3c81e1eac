package org.kontor.store.internal.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Scope;
import org.kontor.api.id.IdSource;
import org.kontor.api.store.ReadRows;
import org.kontor.api.store.Store;
import org.kontor.api.store.StoreException;
import org.kontor.api.store.UiThread;
import org.kontor.api.store.WriteRows;
import org.kontor.store.internal.engine.Hints;
import org.kontor.store.internal.engine.LaneThread;
import org.kontor.store.internal.engine.StoreLog;
import org.kontor.store.internal.engine.Work;
import org.kontor.store.internal.rows.JdbcReadRows;
import org.kontor.store.internal.rows.JdbcWriteRows;
import org.kontor.store.internal.sql.Sql;

/**
 * The store on SQLite: one thread that writes, several that read, one that moves the log into the database. A transaction
 * begun within another one of the same thread reads in that one; writing within another is refused.
 */
public final class EmbeddedStore implements Store, AutoCloseable {
    /** Name of the database within the data folder. */
    public static final String FILE = "kontor.db";

    private final StoreOptions options;
    private final Faults faults;
    private final FolderLock lock;
    private final Connections connections;
    private final SqliteDialect dialect = new SqliteDialect();
    private final ReadLanes readers;
    private final WriteLane writer;
    private final Checkpoints checkpoints;
    private final Hints hints;
    private volatile @Nullable StoreException damage;
    private boolean closed;

    /** Where the migrations come from. */
    interface Scripts {
        List<String> read() throws IOException;
    }

    private EmbeddedStore(
            StoreOptions options, Faults faults, FolderLock lock, Connections connections, Connection first) {
        this.options = options;
        this.faults = faults;
        this.lock = lock;
        this.connections = connections;
        Sql sql = new Sql(first, dialect, faults::of);
        long newest = sql.number("SELECT coalesce(max(id), 0) FROM ledger", to -> {});
        JdbcWriteRows.addFirstUsers(sql, localName(options.user()));
        this.readers = new ReadLanes(this, options.readers());
        this.writer = new WriteLane(this, sql, new IdSource(options.clock(), 0, newest));
        this.checkpoints = new Checkpoints(this);
        this.hints = new Hints(options.log());
    }

    /**
     * Opens the store of a data folder, and makes it where there is none.
     *
     * @throws StoreException if that cannot be done; the message says why and what to do
     */
    public static EmbeddedStore open(Path folder, StoreOptions options) {
        return open(folder, options, Migrations::bundled);
    }

    /** For tests: with a schema of another version. */
    static EmbeddedStore open(Path folder, StoreOptions options, Scripts scripts) {
        UiThread.forbid("opening the store");
        Path file = folder.toAbsolutePath().resolve(FILE);
        Faults faults = new Faults(file);
        FolderLock lock = null;
        Connection connection = null;
        EmbeddedStore store = null;
        try {
            lock = FolderLock.take(folder, faults);
            Connections.prepareNative(folder.toAbsolutePath());
            Connections connections = new Connections(file, options);
            connection = connections.writer();
            prepare(connection, new Migrations(file, faults, options.clock(), options.log(), scripts.read()));
            store = new EmbeddedStore(options, faults, lock, connections, connection);
            store.start();
            return store;
        } catch (SQLException e) {
            throw faults.of(e);
        } catch (IOException e) {
            throw faults.of(e);
        } catch (ReadOnlyFileSystemException e) {
            throw faults.of(e);
        } finally {
            if (store == null) {
                closeAfterFailure(connection, options.log());
                closeAfterFailure(lock, options.log());
            }
        }
    }

    private static void closeAfterFailure(@Nullable AutoCloseable resource, StoreLog log) {
        try {
            if (resource != null) {
                resource.close();
            }
        } catch (Exception e) {
            log.warn("could not be closed after the store failed to open", e);
        }
    }

    private static void prepare(Connection connection, Migrations migrations) throws SQLException, IOException {
        migrations.check(connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
        }
        migrations.run(connection);
    }

    private void start() {
        readers.start();
        writer.start();
        checkpoints.start();
        hints.start();
    }

    private static String localName(String told) {
        if (!told.isBlank()) {
            return told;
        }
        String name = System.getProperty("user.name", "").strip();
        if (!name.isEmpty()) {
            return name;
        }
        return Locale.getDefault().getLanguage().equals("de") ? "Ich" : "Me";
    }

    @Override
    public <T extends @Nullable Object> T read(Scope scope, Function<ReadRows, T> work) {
        UiThread.forbid("Store.read");
        LaneThread lane = LaneThread.current(this);
        if (lane != null) {
            return work.apply(new JdbcReadRows(transaction(lane), scope));
        }
        Work<ReadRows, T> queued = new Work<>(scope, work);
        synchronized (this) {
            requireOpen();
            readers.submit(queued);
        }
        return queued.await();
    }

    @Override
    public <T extends @Nullable Object> T write(Scope scope, Function<WriteRows, T> work) {
        UiThread.forbid("Store.write");
        if (LaneThread.current(this) != null) {
            throw new IllegalStateException("a transaction cannot begin within another");
        }
        Work<WriteRows, T> queued = new Work<>(scope, work);
        synchronized (this) {
            requireOpen();
            writer.submit(queued);
        }
        return queued.await();
    }

    private static Sql transaction(LaneThread lane) {
        Sql sql = lane.busy();
        if (sql == null) {
            throw new IllegalStateException("the store is called from within itself");
        }
        return sql;
    }

    private void requireOpen() {
        if (closed) {
            throw faults.closed();
        }
    }

    @Override
    public Registration onCommit(Consumer<Long> hint) {
        return hints.register(hint);
    }

    /** Whether the database is whole, by SQLite's own check and by its references; what is wrong, nothing if all is well. */
    public List<String> check() {
        UiThread.forbid("EmbeddedStore.check");
        List<String> wrong = new ArrayList<>();
        try (Connection connection = connections.reader();
                Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery("PRAGMA integrity_check")) {
                while (rows.next()) {
                    if (!"ok".equals(rows.getString(1))) {
                        wrong.add(rows.getString(1));
                    }
                }
            }
            try (ResultSet rows = statement.executeQuery("PRAGMA foreign_key_check")) {
                while (rows.next()) {
                    wrong.add("a row of " + rows.getString(1) + " refers to a row of " + rows.getString(3)
                            + " that is not there");
                }
            }
        } catch (SQLException e) {
            StoreException fault = faults.of(e);
            if (fault.kind() != StoreException.Kind.DAMAGED) {
                throw fault;
            }
            noteFault(fault);
            wrong.add(String.valueOf(e.getMessage()));
        }
        return wrong;
    }

    /** Finishes what was asked for and closes the database. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        try {
            readers.close();
            checkpoints.close();
            // The last connection moves what is left of the log into the database.
            writer.close();
            hints.close();
            lock.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            options.log().warn("the store was interrupted while it closed", e);
        } catch (IOException e) {
            options.log().warn("the lock of the data folder could not be let go", e);
        }
    }

    StoreLog log() {
        return options.log();
    }

    Instant now() {
        return options.clock().instant();
    }

    Sql openReader() {
        try {
            return new Sql(connections.reader(), dialect, faults::of);
        } catch (SQLException e) {
            throw faults.of(e);
        }
    }

    Sql openCheckpointer() {
        try {
            return new Sql(connections.checkpointer(), dialect, faults::of);
        } catch (SQLException e) {
            throw faults.of(e);
        }
    }

    void closeQuietly(@Nullable Sql sql) {
        try {
            if (sql != null) {
                sql.close();
            }
        } catch (SQLException e) {
            options.log().warn("a connection could not be closed", e);
        }
    }

    /** Remembers damage: whoever goes on writing to a damaged database makes it worse. */
    void noteFault(@Nullable StoreException fault) {
        if (fault != null && fault.kind() == StoreException.Kind.DAMAGED && damage == null) {
            damage = fault;
        }
    }

    /** Stops a write to a damaged database. */
    void requireSound() {
        StoreException known = damage;
        if (known != null) {
            throw new StoreException(StoreException.Kind.DAMAGED, String.valueOf(known.getMessage()), known);
        }
    }

    /** Tells that something may have been committed; on the writing thread. */
    void committed(Sql sql) {
        checkpoints.wanted(sql);
        try {
            hints.committed(sql.number("SELECT coalesce(max(seq), 0) FROM change_log", to -> {}));
        } catch (StoreException e) {
            sql.forget();
            noteFault(e);
            log().warn("the head of the change feed could not be read", e);
        }
    }
}
