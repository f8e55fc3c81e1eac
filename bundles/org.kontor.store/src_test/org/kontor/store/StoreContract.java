package org.kontor.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.kontor.api.access.Scope;
import org.kontor.api.store.ReadRows;
import org.kontor.api.store.Store;
import org.kontor.api.store.WriteRows;

/** What every store does, whatever engine it stands on. Each area has a class of its own; an engine's test runs them all. */
public abstract class StoreContract {
    /** Opens and closes the stores of one engine. */
    public interface Engine {
        /** Opens a store; the folder is empty, or holds what the same test wrote before. */
        Store open(Path folder);

        /** Closes a store. */
        void close(Store store);
    }

    /** An engine whose database a test can also change by plain SQL, as somebody with the file or the password would. */
    public interface BareEngine extends Engine {
        /** A connection beside any store, as the owner of the database. */
        Connection connect(Path folder) throws SQLException;
    }

    /** Before everything. */
    public static final Instant EARLY = Instant.EPOCH;
    /** After everything. */
    public static final Instant LATE = Instant.parse("2100-01-01T00:00:00Z");

    final Engine engine;
    final Path folder;
    final World world;
    Store store;

    /** @param folder an empty one */
    protected StoreContract(Engine engine, Path folder) {
        this.engine = engine;
        this.folder = folder;
        this.store = engine.open(folder);
        this.world = World.in(store);
    }

    @AfterEach
    void closeStore() {
        engine.close(store);
    }

    void read(Scope scope, Consumer<ReadRows> work) {
        store.read(scope, rows -> {
            work.accept(rows);
            return 0;
        });
    }

    long head() {
        long[] head = new long[1];
        read(world.all, rows -> head[0] = rows.changeHead());
        return head[0];
    }

    void write(Scope scope, Consumer<WriteRows> work) {
        store.write(scope, rows -> {
            work.accept(rows);
            return 0;
        });
    }

    /** Runs plain SQL while the store is closed; returns how many rows the last statement changed. */
    int tamper(BareEngine bare, String... statements) {
        engine.close(store);
        int changed = 0;
        try (Connection connection = bare.connect(folder);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                changed = statement.executeUpdate(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        store = engine.open(folder);
        return changed;
    }

    void reopen() {
        engine.close(store);
        store = engine.open(folder);
    }
}
