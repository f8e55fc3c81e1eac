package org.kontor.app.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.api.access.Grants;
import org.kontor.api.access.Scope;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.UserId;
import org.kontor.api.ledger.EventBalance;
import org.kontor.api.ledger.InquiryBalance;
import org.kontor.api.store.ReadRows;
import org.kontor.api.store.Store;
import org.kontor.api.store.WriteRows;
import org.osgi.service.log.Logger;

class FactsFeedTest {
    private final FactsFeed feed = new FactsFeed((Logger) Proxy.newProxyInstance(
            Logger.class.getClassLoader(), new Class<?>[] {Logger.class}, (proxy, method, values) -> null));

    @AfterEach
    void close() {
        feed.close();
    }

    /** Nothing in it but a number of pending replies, which a commit raises. */
    private static final class CountingStore implements Store {
        private volatile int pending;
        private volatile @Nullable Consumer<Long> hint;
        private volatile Runnable whileReading = () -> {};

        void commit() {
            pending++;
            Consumer<Long> told = hint;
            if (told != null) {
                told.accept((long) pending);
            }
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T read(Scope scope, Function<ReadRows, T> work) {
            int seen = pending;
            whileReading.run();
            return (T) new Facts(
                    "Mira",
                    List.of(),
                    List.of(),
                    Map.of(),
                    seen,
                    new EventBalance(0, Map.of()),
                    new InquiryBalance(0, 0, 0, 0, 0, 0, 0));
        }

        @Override
        public <T> T write(Scope scope, Function<WriteRows, T> work) {
            throw new AssertionError("the bars write nothing");
        }

        @Override
        public Registration onCommit(Consumer<Long> told) {
            hint = told;
            return () -> hint = null;
        }
    }

    private static final class OneUser extends Grants {
        @Override
        public Scope current() {
            return newScope(new UserId(1), true, Map.of(new BrandId(1), Set.of()));
        }

        @Override
        public Scope system(BrandId brand) {
            return current();
        }

        @Override
        public Scope system() {
            return current();
        }
    }

    @Test
    void aCommitDuringTheReadIsShownSoonAndNotWithTheNextTick() throws InterruptedException {
        CountingStore store = new CountingStore();
        CountDownLatch shown = new CountDownLatch(1);
        feed.onChange(facts -> {
            if (facts.pending() == 1) {
                shown.countDown();
            }
        });
        store.whileReading = () -> {
            store.whileReading = () -> {};
            store.commit();
        };
        feed.setGrants(new OneUser());
        feed.setStore(store);

        assertThat(shown.await(20, TimeUnit.SECONDS))
                .as("the tick of a minute would come too late")
                .isTrue();
    }
}
