package org.kontor.store.sqlite;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Scope;
import org.kontor.api.store.ReadRows;
import org.kontor.api.store.Store;
import org.kontor.api.store.WriteRows;
import org.kontor.store.internal.engine.StoreLog;
import org.kontor.store.internal.sqlite.EmbeddedStore;
import org.kontor.store.internal.sqlite.StoreOptions;

/** The embedded store, opened without OSGi. Production gets its {@link Store} as a service. */
public final class SqliteStore implements Store, AutoCloseable {
    private final EmbeddedStore store;

    private SqliteStore(EmbeddedStore store) {
        this.store = store;
    }

    /**
     * Opens the store of a data folder, and makes it where there is none.
     *
     * @param folder exists and can be written; belongs to one store at a time
     * @throws org.kontor.api.store.StoreException if that cannot be done; the message says why and what to do
     */
    public static SqliteStore open(Path folder) {
        return open(folder, InstantSource.system());
    }

    /**
     * Opens the store of a data folder with a clock of one's own.
     *
     * @param clock where the times of the change feed and the ids of ledger entries come from
     */
    public static SqliteStore open(Path folder, InstantSource clock) {
        return new SqliteStore(EmbeddedStore.open(folder, StoreOptions.of(clock, StoreLog.NONE)));
    }

    @Override
    public <T extends @Nullable Object> T read(Scope scope, Function<ReadRows, T> work) {
        return store.read(scope, work);
    }

    @Override
    public <T extends @Nullable Object> T write(Scope scope, Function<WriteRows, T> work) {
        return store.write(scope, work);
    }

    @Override
    public Registration onCommit(Consumer<Long> hint) {
        return store.onCommit(hint);
    }

    /** What is wrong with the database; nothing if all is well. Reads all of it. */
    public List<String> check() {
        return store.check();
    }

    /** Finishes what was asked for and closes the database. */
    @Override
    public void close() {
        store.close();
    }
}
