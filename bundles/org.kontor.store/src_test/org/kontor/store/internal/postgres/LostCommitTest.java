package org.kontor.store.internal.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kontor.api.store.Recorded;
import org.kontor.api.store.Store;
import org.kontor.store.Kept;
import org.kontor.store.StoreContract;
import org.kontor.store.World;
import org.kontor.store.internal.postgres.CuttingProxy.Cut;
import org.kontor.store.postgres.Postgres;
import org.kontor.store.postgres.Postgres.TeamEngine;
import org.kontor.store.postgres.PostgresServer;
import org.kontor.store.postgres.PostgresStore;

/** A connection that breaks at the commit: what happened is found out, and done once. */
@ExtendWith(Postgres.class)
class LostCommitTest {
    private final TeamEngine engine;
    private final Store direct;
    private final String database;
    private final World world;

    LostCommitTest(TeamEngine engine, @TempDir Path folder) throws Exception {
        this.engine = engine;
        this.direct = engine.open(folder);
        this.database = engine.database(folder);
        this.world = World.in(direct);
    }

    @AfterEach
    void close() {
        engine.close(direct);
    }

    @ParameterizedTest
    @CsvSource({"BEFORE_THE_COMMIT, 2", "BEFORE_THE_ANSWER, 1"})
    void aWriteHappensOnceThoughItsCommitWasNotAnswered(Cut cut, int runs) throws Exception {
        AtomicInteger run = new AtomicInteger();
        try (CuttingProxy proxy = new CuttingProxy(engine.server().hosts(), cut, 1);
                PostgresStore store = PostgresStore.open(
                        proxy.hosts(), database, PostgresServer.COLLECTOR, PostgresServer.PASSWORD)) {
            Recorded recorded = store.write(world.all, rows -> {
                run.incrementAndGet();
                return rows.record(world.mail, List.of(world.event("1", "a")), null, World.NOW);
            });
            assertThat(recorded).isEqualTo(new Recorded(1, 0));
            assertThat(proxy.left()).isZero();
            assertThat(run.get()).isEqualTo(runs);
        }
        long seen = direct.read(world.all, rows -> rows.eventBalance(StoreContract.EARLY, StoreContract.LATE))
                .seen();
        assertThat(seen).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"BEFORE_THE_COMMIT", "BEFORE_THE_ANSWER"})
    void commitAfterCommitMayBeLost(Cut cut) throws Exception {
        try (CuttingProxy proxy = new CuttingProxy(engine.server().hosts(), cut, 4);
                PostgresStore store = PostgresStore.open(
                        proxy.hosts(), database, PostgresServer.COLLECTOR, PostgresServer.PASSWORD)) {
            for (int i = 0; i < 6; i++) {
                Kept.write(store, world.all, world, world.mail, "id" + i, "wort");
            }
            assertThat(proxy.left()).isZero();
        }
        Kept.require(direct, world.all, Map.of("id0", "wort", "id3", "wort", "id5", "wort"));
    }
}
