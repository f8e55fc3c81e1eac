package org.kontor.runner.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.kontor.api.id.BrandId;
import org.kontor.api.store.Change;

class FeedPositionTest {
    private final TreeMap<Long, Change> log = new TreeMap<>();
    private final FeedPosition position = new FeedPosition(10);

    private void add(long... numbers) {
        for (long number : numbers) {
            log.put(number, new Change(number, Instant.EPOCH, new BrandId(1), Change.Kind.OUTBOX, number));
        }
    }

    private List<Change> page(long after) {
        return log.tailMap(after, false).values().stream().limit(3).toList();
    }

    private List<Long> next() {
        return position.next(this::page).stream().map(Change::seq).toList();
    }

    @Test
    void whatIsNewIsToldOnce() {
        add(9, 11, 12, 13, 14);
        assertThat(next()).containsExactly(11L, 12L, 13L, 14L);
        assertThat(next()).isEmpty();
        add(15);
        assertThat(next()).containsExactly(15L);
    }

    @Test
    void aNumberThatComesAfterALargerOneIsNotMissed() {
        add(11, 14);
        assertThat(next()).containsExactly(11L, 14L);
        add(12, 13, 15);
        assertThat(next()).containsExactly(12L, 13L, 15L);
    }

    @Test
    void whatIsLongSettledIsNotReadAgain() {
        for (long number = 11; number < 3_000; number++) {
            add(number);
        }
        assertThat(next()).hasSize(2_989);
        long[] first = new long[1];
        position.next(after -> {
            first[0] = first[0] == 0 ? after : first[0];
            return List.of();
        });
        assertThat(first[0]).isEqualTo(1_999);
    }
}
