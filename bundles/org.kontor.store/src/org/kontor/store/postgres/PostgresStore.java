package org.kontor.store.postgres;

import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Scope;
import org.kontor.api.id.UserId;
import org.kontor.api.store.ReadRows;
import org.kontor.api.store.Store;
import org.kontor.api.store.WriteRows;
import org.kontor.store.internal.engine.StoreLog;
import org.kontor.store.internal.postgres.TeamOptions;
import org.kontor.store.internal.postgres.TeamOptions.Address;
import org.kontor.store.internal.postgres.TeamOptions.Login;
import org.kontor.store.internal.postgres.TeamStore;

/** The team store, opened without OSGi. Production gets its {@link Store} as a service. */
public final class PostgresStore implements Store, AutoCloseable {
    private final TeamStore store;

    private PostgresStore(TeamStore store) {
        this.store = store;
    }

    /**
     * Opens the store of a team; brings its schema up to date where the role may do that.
     *
     * @param hosts one host, or several with commas, each with or without {@code :port}
     * @param database was prepared by {@code setup.sql}
     * @throws org.kontor.api.store.StoreException if that cannot be done; the message says why and what to do
     */
    public static PostgresStore open(String hosts, String database, String role, String password) {
        return new PostgresStore(TeamStore.open(TeamOptions.of(
                new Address(hosts, database), new Login(role, password), InstantSource.system(), StoreLog.NONE)));
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

    @Override
    public UserId user() {
        return store.user();
    }

    @Override
    public boolean keepsHouse() {
        return store.keepsHouse();
    }

    @Override
    public int node() {
        return store.node();
    }

    /** Finishes what was asked for and lets the database go. */
    @Override
    public void close() {
        store.close();
    }
}
