package org.kontor.api.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class IdSourceTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final AtomicLong now = new AtomicLong(NOON.toEpochMilli());
    private final InstantSource clock = () -> Instant.ofEpochMilli(now.get());

    @Test
    void aLaterIdIsLarger() {
        IdSource ids = new IdSource(clock, 7);
        long first = ids.next();
        now.addAndGet(1);
        assertThat(ids.next()).isGreaterThan(first);
    }

    @Test
    void anIdTellsItsTimeAndItsNode() {
        long id = new IdSource(clock, 511).next();
        assertThat((id >>> 21) + IdSource.EPOCH_MILLIS).isEqualTo(NOON.toEpochMilli());
        assertThat(id >>> 12 & 0x1ff).isEqualTo(511);
        assertThat(id & 0xfff).isZero();
    }

    @Test
    void idsStayInOrderWhenOneMillisecondMakesMoreThanTheCounterHolds() {
        IdSource ids = new IdSource(clock, 511);
        long[] made = LongStream.generate(ids::next).limit(20_000).toArray();
        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aClockSetBackNeitherRepeatsNorReversesIds() {
        IdSource ids = new IdSource(clock, 3);
        long before = ids.next();
        now.addAndGet(-3_600_000);
        long[] after = LongStream.generate(ids::next).limit(10_000).toArray();
        assertThat(after).isSorted().doesNotHaveDuplicates();
        assertThat(after[0]).isGreaterThan(before);
    }

    @Test
    void idsFollowTheClockAgainOnceItHasCaughtUp() {
        IdSource ids = new IdSource(clock, 0);
        ids.next();
        now.addAndGet(-1_000);
        ids.next();
        now.addAndGet(5_000);
        assertThat((ids.next() >>> 21) + IdSource.EPOCH_MILLIS).isEqualTo(now.get());
    }

    @Test
    void manyThreadsNeverGetTheSameId() throws Exception {
        IdSource ids = new IdSource(InstantSource.system(), 1);
        int threads = 8;
        int each = 20_000;
        CountDownLatch start = new CountDownLatch(1);
        List<Future<long[]>> parts = new ArrayList<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            Callable<long[]> work = () -> {
                start.await();
                return LongStream.generate(ids::next).limit(each).toArray();
            };
            for (int i = 0; i < threads; i++) {
                parts.add(workers.submit(work));
            }
            start.countDown();
            long[] all = new long[threads * each];
            for (int i = 0; i < threads; i++) {
                long[] part = parts.get(i).get();
                assertThat(part).as("as one thread sees them").isSorted();
                System.arraycopy(part, 0, all, i * each, each);
            }
            assertThat(Arrays.stream(all).distinct().count()).isEqualTo(all.length);
        }
    }

    @Test
    void twoNodesNeverMakeTheSameIdInTheSameMillisecond() {
        IdSource one = new IdSource(clock, 0);
        IdSource other = new IdSource(clock, 1);
        long[] both = LongStream.concat(
                        LongStream.generate(one::next).limit(9_000),
                        LongStream.generate(other::next).limit(9_000))
                .toArray();
        assertThat(both).doesNotHaveDuplicates();
    }

    @Test
    void idsArePositiveForDecades() {
        now.set(Instant.parse("2150-01-01T00:00:00Z").toEpochMilli());
        assertThat(new IdSource(clock, 511).next()).isPositive();
    }

    @Test
    void aNodeOutsideItsNineBitsIsRefusedByName() {
        assertThatThrownBy(() -> new IdSource(clock, 512))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("512");
        assertThatThrownBy(() -> new IdSource(clock, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anIdPrintsItsTypeAndNumberOnly() {
        assertThat(new BrandId(0x7c2f)).hasToString("brand:7c2f");
        assertThat(new OutboxId(10)).hasToString("outbox:a");
    }
}
