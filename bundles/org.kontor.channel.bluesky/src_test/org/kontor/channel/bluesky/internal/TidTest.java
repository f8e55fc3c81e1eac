package org.kontor.channel.bluesky.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TidTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123Z");

    @Test
    void aRetryHasTheSameKeyAndAnotherReplyAnother() {
        String key = Tid.of(NOW, "a");
        assertThat(Tid.of(NOW, "a")).isEqualTo(key).matches("[2-7a-j][2-7a-z]{12}");
        assertThat(Tid.of(NOW, "b")).isNotEqualTo(key);
        assertThat(Tid.of(NOW.plusMillis(1), "a")).isNotEqualTo(key);
    }

    @Test
    void keysSortByTimeAndTellIt() {
        SplittableRandom random = new SplittableRandom(20261122L);
        for (int i = 0; i < 1_000; i++) {
            Instant one = NOW.plusMillis(random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L));
            Instant later = one.plusMillis(1 + random.nextLong(1_000_000));
            String key = Tid.of(one, "x" + i);
            assertThat(key).isLessThan(Tid.of(later, "y")).isGreaterThanOrEqualTo(Tid.first(one));
            assertThat(Duration.between(one, Tid.time(key).orElseThrow()))
                    .isBetween(Duration.ZERO, Duration.ofMillis(1));
        }
    }

    @Test
    void aKeyOfThePlatformIsReadAndAnythingElseIsNone() {
        // Made by a PDS on 22 November 2026, 02:04:12.
        assertThat(Tid.time("3n2ujmfpzok2c").orElseThrow())
                .isBetween(Instant.parse("2026-11-22T02:04:11Z"), Instant.parse("2026-11-22T02:04:13Z"));
        assertThat(Tid.time("self")).isEmpty();
        assertThat(Tid.time("zzzzzzzzzzzzz")).isEmpty();
    }

    @Test
    void repliesOfOneMillisecondDoNotMeet() {
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            keys.add(Tid.of(NOW, "Antwort " + i));
        }
        assertThat(keys).hasSize(200);
    }
}
