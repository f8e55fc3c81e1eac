package org.kontor.store.postgres;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.kontor.api.store.Store;
import org.kontor.store.StoreContract;

/** Gives tests the one PostgreSQL server of a run, and stores on it. Where none is installed the tests are skipped. */
public final class Postgres implements ParameterResolver {
    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(Postgres.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TeamEngine.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Assumptions.assumeTrue(
                PostgresServer.programs().isPresent(),
                "no PostgreSQL is installed (Debian: apt-get install postgresql)");
        return context.getRoot()
                .getStore(OURS)
                .getOrComputeIfAbsent(TeamEngine.class, type -> new TeamEngine(), TeamEngine.class);
    }

    /** Opens stores on the server, one database for each folder. */
    public static final class TeamEngine implements StoreContract.BareEngine, AutoCloseable {
        private final PostgresServer server;
        private final Map<Path, String> databases = new HashMap<>();
        private final Map<Store, Path> open = new HashMap<>();

        TeamEngine() {
            try {
                server = PostgresServer.startFast();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        /** The server. */
        public PostgresServer server() {
            return server;
        }

        /** The same, with the login of a person rather than the collector's. */
        public StoreContract.Engine asPerson() {
            return new StoreContract.Engine() {
                @Override
                public Store open(Path folder) {
                    return TeamEngine.this.open(folder, PostgresServer.BOSS);
                }

                @Override
                public void close(Store store) {
                    TeamEngine.this.close(store);
                }
            };
        }

        @Override
        public Store open(Path folder) {
            return open(folder, PostgresServer.COLLECTOR);
        }

        @Override
        public Connection connect(Path folder) throws SQLException {
            return server.superuser(database(folder));
        }

        private Store open(Path folder, String role) {
            try {
                PostgresStore store =
                        PostgresStore.open(server.hosts(), database(folder), role, PostgresServer.PASSWORD);
                open.put(store, folder);
                return store;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        /** The database of a folder. One whose test is over is emptied for the next, which is quicker than to make another. */
        public String database(Path folder) throws SQLException {
            @Nullable String known = databases.get(folder);
            if (known == null) {
                known = free();
                databases.put(folder, known);
            }
            return known;
        }

        private String free() throws SQLException {
            for (Path old : databases.keySet()) {
                if (!open.containsValue(old)) {
                    String free = databases.get(old);
                    databases.remove(old);
                    server.empty(free);
                    return free;
                }
            }
            return server.newDatabase();
        }

        @Override
        public void close(Store store) {
            open.remove(store);
            ((PostgresStore) store).close();
        }

        @Override
        public void close() throws Exception {
            server.close();
        }
    }
}
