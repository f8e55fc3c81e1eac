package org.kontor.runner.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kontor.api.access.Grants;
import org.kontor.api.access.Scope;
import org.kontor.api.access.User;
import org.kontor.api.desk.Connectors;
import org.kontor.api.desk.Dispatch;
import org.kontor.api.desk.InboxActions;
import org.kontor.api.desk.Intake;
import org.kontor.api.id.BrandId;
import org.kontor.api.runner.Pace;
import org.kontor.api.store.Store;
import org.osgi.service.log.Logger;

class RunnerServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch opened = new CountDownLatch(1);

    /** As the house makes scopes: by reading the store. */
    private static Grants grants(Store store) {
        return new Grants() {
            @Override
            public Scope current() {
                return system();
            }

            @Override
            public Scope system(BrandId brand) {
                return newScope(User.SYSTEM, false, Map.of());
            }

            @Override
            public Scope system() {
                Scope bare = newScope(User.SYSTEM, true, Map.of());
                return newScope(User.SYSTEM, true, store.read(bare, rows -> rows.grantsOf(User.SYSTEM)));
            }
        };
    }

    @Test
    @Timeout(60)
    void aDatabaseThatIsSlowToOpenDelaysNobodyWhoStartsTheRunner() throws Exception {
        Store store = Only.of(Store.class, Map.of("read", arguments -> open(), "onCommit", arguments ->
                (Store.Registration) () -> {}));
        Services services = new Services(
                store,
                grants(store),
                Only.of(Connectors.class, Map.of()),
                Only.of(Intake.class, Map.of()),
                Only.of(Dispatch.class, Map.of()),
                java.time.InstantSource.system(),
                new java.util.Random(1),
                Pace.USUAL,
                Only.of(Logger.class, Map.of()));
        RunnerService runner = new RunnerService(services, Only.of(InboxActions.class, Map.of()));
        try {
            assertThat(asked.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(runner.running()).isTrue();
        } finally {
            opened.countDown();
            runner.close();
        }
    }

    private Object open() {
        asked.countDown();
        try {
            assertThat(opened.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
        throw new IllegalStateException("this database is not there");
    }
}
