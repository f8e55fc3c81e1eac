package org.kontor.simulator.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.simulator.CustomerMessage;
import org.kontor.simulator.Fault;
import org.kontor.simulator.Fault.Kind;
import org.kontor.simulator.Fault.Wire;
import org.kontor.simulator.Simulator;
import org.kontor.simulator.Written;

class BlueskyFaultsTest {

    private static final String RKEY = "3lfktnssv5s2a";
    private static final String LIST = "app.bsky.notification.listNotifications";

    @TempDir
    Path folder;

    private Simulator simulator;
    private Xrpc brand;
    private ObjectNode answer;

    @BeforeEach
    void start() throws Exception {
        simulator = Simulator.builder(folder).withoutScript().start();
        brand = Xrpc.as(simulator.world().brand("nordwind").bluesky());
        Written post = simulator.write(CustomerMessage.bluesky("nordwind", "Anna Berg", "one"));
        simulator.write(CustomerMessage.bluesky("nordwind", "Ben Alt", "two"));
        answer = brand.answer(post.id(), post.cid(), post.id(), post.cid(), "Very.");
    }

    @AfterEach
    void stop() throws Exception {
        simulator.close();
    }

    private boolean recordIsThere() throws Exception {
        return brand.get(
                                "com.atproto.repo.getRecord",
                                Map.of("repo", brand.did, "collection", "app.bsky.feed.post", "rkey", RKEY))
                        .status()
                == 200;
    }

    @Test
    void aConnectionCutBeforeHandlingLeavesNothingBehind() {
        simulator.inject(Fault.next(Wire.BLUESKY, Kind.CUT_BEFORE).on("createRecord"));
        assertThatThrownBy(() -> brand.create(RKEY, answer)).isInstanceOf(IOException.class);
        assertThat(simulator.answers()).isEmpty();
        assertThat(simulator.faultsSeen()).isEqualTo(1);
    }

    @Test
    void aConnectionCutAfterHandlingLeavesTheRecord() throws Exception {
        simulator.inject(Fault.next(Wire.BLUESKY, Kind.CUT_AFTER).on("createRecord"));
        assertThatThrownBy(() -> brand.create(RKEY, answer)).isInstanceOf(IOException.class);
        assertThat(recordIsThere()).isTrue();
        assertThat(brand.create(RKEY, answer).status()).isEqualTo(500);
        assertThat(simulator.answers())
                .singleElement()
                .satisfies(a -> assertThat(a.copies()).isEqualTo(1));
    }

    @Test
    void anAnswerCutInTheMiddleIsNotAnAnswer() throws Exception {
        simulator.inject(
                Fault.next(Wire.BLUESKY, Kind.CUT_DURING).on("createRecord").withBytes(20));
        assertThatThrownBy(() -> brand.create(RKEY, answer)).isInstanceOf(IOException.class);
        assertThat(recordIsThere()).isTrue();
    }

    @Test
    void tooManyRequestsSayWhenToComeBack() throws Exception {
        simulator.inject(Fault.http(429).withRetryAfter(Duration.ofSeconds(7)).times(2));
        for (int i = 0; i < 2; i++) {
            Xrpc.Reply reply = brand.get(LIST, Map.of());
            assertThat(reply.status()).isEqualTo(429);
            assertThat(reply.header("retry-after")).isEqualTo("7");
            assertThat(reply.error()).isEqualTo("RateLimitExceeded");
        }
        assertThat(brand.get(LIST, Map.of()).status()).isEqualTo(200);
    }

    @Test
    void skippedRequestsPassUnharmed() throws Exception {
        simulator.inject(Fault.http(500).on(LIST).afterSkipping(1));
        assertThat(brand.get(LIST, Map.of()).status()).isEqualTo(200);
        assertThat(brand.get("com.atproto.server.getSession", Map.of()).status())
                .isEqualTo(200);
        assertThat(brand.get(LIST, Map.of()).status()).isEqualTo(500);
        assertThat(brand.get(LIST, Map.of()).status()).isEqualTo(200);
    }

    @Test
    void brokenJsonIsNotJson() {
        simulator.inject(Fault.next(Wire.BLUESKY, Kind.BROKEN_JSON));
        assertThatThrownBy(() -> brand.get(LIST, Map.of())).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void unknownFieldsDuplicatesOrderAndGapsChangeTheLists() throws Exception {
        JsonNode right = brand.get(LIST, Map.of()).body().path("notifications");
        simulator.inject(Fault.next(Wire.BLUESKY, Kind.UNKNOWN_FIELDS));
        JsonNode strange = brand.get(LIST, Map.of()).body();
        assertThat(strange.has("xNewField0")).isTrue();
        assertThat(strange.path("notifications")).hasSize(2);
        simulator.inject(Fault.next(Wire.BLUESKY, Kind.DUPLICATES));
        assertThat(brand.get(LIST, Map.of()).body().path("notifications")).hasSize(4);
        simulator.inject(Fault.next(Wire.BLUESKY, Kind.REORDER));
        assertThat(brand.get(LIST, Map.of()).body().path("notifications").path(0))
                .isEqualTo(right.path(1));
        simulator.inject(Fault.next(Wire.BLUESKY, Kind.OMIT));
        assertThat(brand.get(LIST, Map.of()).body().path("notifications")).hasSize(1);
    }

    @Test
    void aDelayedAnswerComesLate() throws Exception {
        simulator.inject(Fault.next(Wire.BLUESKY, Kind.DELAY).withDelay(Duration.ofMillis(400)));
        long start = System.nanoTime();
        assertThat(brand.get(LIST, Map.of()).status()).isEqualTo(200);
        assertThat(System.nanoTime() - start)
                .isGreaterThan(Duration.ofMillis(390).toNanos());
    }

    @Test
    void clearedFaultsAreNotSeen() throws Exception {
        simulator.inject(Fault.http(500).times(50));
        simulator.clearFaults();
        assertThat(brand.get(LIST, Map.of()).status()).isEqualTo(200);
    }
}
