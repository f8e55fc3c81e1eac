package org.kontor.app.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RingTest {
    @Test
    void theNewestAreKept() {
        Ring<Integer> ring = new Ring<>(3);
        for (int number = 1; number <= 5; number++) {
            ring.add(number);
        }
        assertThat(ring.newestFirst()).containsExactly(5, 4, 3);
        ring.clear();
        assertThat(ring.newestFirst()).isEmpty();
    }
}
