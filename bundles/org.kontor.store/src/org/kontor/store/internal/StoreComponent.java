package org.kontor.store.internal;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Scope;
import org.kontor.api.id.UserId;
import org.kontor.api.runner.DataFolder;
import org.kontor.api.store.ReadRows;
import org.kontor.api.store.Store;
import org.kontor.api.store.UiThread;
import org.kontor.api.store.WriteRows;
import org.kontor.store.internal.engine.StoreLog;
import org.kontor.store.internal.postgres.TeamStore;
import org.kontor.store.internal.sqlite.EmbeddedStore;
import org.kontor.store.internal.sqlite.StoreOptions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.log.Logger;
import org.osgi.service.log.LoggerFactory;

/**
 * The store of the data folder, or of the team that a file in it names. It is opened by the first call rather than with the component, so that whoever calls gets
 * the reason when it cannot be opened; the next call tries again.
 */
@Component(service = Store.class)
public final class StoreComponent implements Store {
    private final Path folder;
    private final String user;
    private final TeamFile team;
    private final Logger logger;
    private final List<Consumer<Long>> hints = new CopyOnWriteArrayList<>();
    private @Nullable Store store;
    private boolean closed;

    @Activate
    public StoreComponent(
            @Reference DataFolder folder,
            @Reference TeamFile team,
            @Reference(service = LoggerFactory.class) Logger logger) {
        this.folder = folder.path();
        this.user = folder.user().orElse("");
        this.team = team;
        this.logger = logger;
    }

    @Override
    public <T extends @Nullable Object> T read(Scope scope, Function<ReadRows, T> work) {
        return store().read(scope, work);
    }

    @Override
    public <T extends @Nullable Object> T write(Scope scope, Function<WriteRows, T> work) {
        return store().write(scope, work);
    }

    @Override
    public UserId user() {
        return store().user();
    }

    @Override
    public boolean keepsHouse() {
        return store().keepsHouse();
    }

    @Override
    public int node() {
        return store().node();
    }

    /** Opens nothing, so that a view may ask for hints before anything was read. */
    @Override
    public Registration onCommit(Consumer<Long> hint) {
        hints.add(hint);
        return () -> hints.remove(hint);
    }

    private synchronized Store store() {
        UiThread.forbid("the store");
        if (closed) {
            throw new IllegalStateException("the store has been closed");
        }
        Store open = store;
        if (open == null) {
            open = open(new OsgiLog(logger));
            open.onCommit(seq -> hints.forEach(hint -> hint.accept(seq)));
            store = open;
        }
        return open;
    }

    private Store open(StoreLog log) {
        return team.address()
                .<Store>map(address -> TeamStore.open(team.options(address, log).asHouse()))
                .orElseGet(() -> EmbeddedStore.open(
                        folder, StoreOptions.of(InstantSource.system(), log).calling(user)));
    }

    /** Finishes what was asked for and closes the database. */
    @Deactivate
    public synchronized void close() {
        closed = true;
        Store open = store;
        store = null;
        switch (open) {
            case EmbeddedStore embedded -> embedded.close();
            case TeamStore shared -> shared.close();
            case null, default -> {}
        }
    }

    private record OsgiLog(Logger logger) implements StoreLog {
        @Override
        public void info(String message) {
            logger.info(message);
        }

        @Override
        public void warn(String message, Throwable cause) {
            logger.warn(message, cause);
        }
    }
}
