package org.kontor.channel.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.kontor.channel.http.HttpCall.Urgency;
import org.kontor.channel.http.HttpSpec;
import org.kontor.channel.http.RateBroker.Bucket;
import org.kontor.channel.http.RateBroker.Key;
import org.kontor.channel.http.RateBroker.State;

class MemoryRateBrokerTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private final MemoryRateBroker broker = new MemoryRateBroker();
    private final Key key = Key.of(HttpSpec.of("p", "a"), "host", Bucket.SHARED);

    @Test
    void whoIsUnknownMayGo() {
        assertThat(broker.ask(key, Urgency.POLL, 1, NOW)).isEmpty();
    }

    @Test
    void afterAPauseRepliesGoFirst() {
        Instant until = NOW.plusSeconds(10);
        broker.refused(key, until);
        assertThat(broker.ask(key, Urgency.REPLY, 1, NOW)).contains(until);
        assertThat(broker.ask(key, Urgency.REPLY, 1, until)).isEmpty();
        assertThat(broker.ask(key, Urgency.POLL, 1, until)).contains(until.plusSeconds(1));
        assertThat(broker.ask(key, Urgency.POLL, 1, until.plusSeconds(1))).isEmpty();
    }

    @Test
    void aShorterPauseDoesNotShortenALongerOne() {
        broker.refused(key, NOW.plusSeconds(100));
        broker.refused(key, NOW.plusSeconds(10));
        assertThat(broker.ask(key, Urgency.REPLY, 1, NOW.plusSeconds(50))).contains(NOW.plusSeconds(100));
    }

    @Test
    void everyCallCountsUntilTheWindowEnds() {
        broker.observed(key, new State(10, 2, NOW.plusSeconds(60)));
        assertThat(broker.ask(key, Urgency.REPLY, 1, NOW)).isEmpty();
        assertThat(broker.ask(key, Urgency.REPLY, 1, NOW)).isEmpty();
        assertThat(broker.ask(key, Urgency.REPLY, 1, NOW)).contains(NOW.plusSeconds(60));
        assertThat(broker.ask(key, Urgency.REPLY, 1, NOW.plusSeconds(60))).isEmpty();
        assertThat(broker.state(key, NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    void anAnswerThatWasOvertakenDoesNotGiveBackWhatIsSpent() {
        broker.observed(key, new State(100, 50, NOW.plusSeconds(60)));
        broker.observed(key, new State(100, 80, NOW.plusSeconds(60)));
        assertThat(broker.state(key, NOW).orElseThrow().remaining()).isEqualTo(50);
        broker.observed(key, new State(100, 99, NOW.plusSeconds(360)));
        assertThat(broker.state(key, NOW).orElseThrow().remaining()).isEqualTo(99);
    }

    @Test
    void accountsShareTheLimitOfAnAddressAndHaveTheirOwnOthers() {
        Key other = Key.of(HttpSpec.of("p", "b"), "host", Bucket.SHARED);
        assertThat(other).isEqualTo(key);
        assertThat(Key.of(HttpSpec.of("p", "a"), "host", Bucket.ofAccount("write")))
                .isNotEqualTo(Key.of(HttpSpec.of("p", "b"), "host", Bucket.ofAccount("write")));
    }
}
