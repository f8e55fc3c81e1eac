package org.kontor.channel.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.api.channel.Fault;
import org.kontor.api.channel.FaultKind;
import org.kontor.api.store.UiThread;
import org.kontor.channel.http.AccountHttp;
import org.kontor.channel.http.HttpAnswer;
import org.kontor.channel.http.HttpCall;
import org.kontor.channel.http.HttpCall.Urgency;
import org.kontor.channel.http.HttpSpec;
import org.kontor.channel.http.RateBroker.Bucket;
import org.kontor.channel.http.RateReader;

class OkHttpAccountTest {
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private final OkHttpClients clients =
            new OkHttpClients(Fixture.trust(), Fixture.direct(), new MemoryRateBroker(), Fixture.logger(log));
    private final AccountHttp http = clients.open(HttpSpec.of("test", "account:1")
            .blaming("service")
            .reading(RateReader.named("ratelimit-limit", "ratelimit-remaining", "ratelimit-reset")));
    private final NullProgressMonitor monitor = new NullProgressMonitor();
    private final ScriptedServer server;

    OkHttpAccountTest() throws IOException {
        server = new ScriptedServer();
    }

    @AfterEach
    void stop() throws IOException {
        clients.close();
        server.close();
    }

    private HttpCall write() {
        return HttpCall.post(
                "write", server.address("/w"), "application/json", "{\"a\":1}".getBytes(StandardCharsets.UTF_8));
    }

    private HttpCall read() {
        return HttpCall.get("read", server.address("/secret-token/read"));
    }

    private static HttpAnswer.Response response(HttpAnswer answer) {
        assertThat(answer).isInstanceOf(HttpAnswer.Response.class);
        return (HttpAnswer.Response) answer;
    }

    private static Fault fault(HttpAnswer answer) {
        return switch (answer) {
            case HttpAnswer.NotSent not -> not.fault();
            case HttpAnswer.Unknown unknown -> unknown.fault();
            case HttpAnswer.Response response -> response.fault(Instant.now());
        };
    }

    @Test
    void anAnswerComesWithStatusHeadersAndBody() {
        server.behaviour = (seen, out) -> ScriptedServer.respond(out, 201, "X-Thing: eins\r\n", "ä");
        HttpAnswer.Response response = response(http.call(write(), monitor));
        assertThat(response.status()).isEqualTo(201);
        assertThat(response.header("x-thing")).contains("eins");
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo("ä");
        assertThat(server.seen.get(0).body()).isEqualTo("{\"a\":1}");
        assertThat(server.seen.get(0).headers()).contains("User-Agent: Kontor/");
    }

    @Test
    void aWriteThatNobodyTookIsCertainlyNotSent() throws IOException {
        int free;
        try (ServerSocket probe = new ServerSocket(0)) {
            free = probe.getLocalPort();
        }
        HttpAnswer answer = http.call(
                HttpCall.post("w", URI.create("http://127.0.0.1:" + free + "/"), "text/plain", new byte[] {1}),
                monitor);
        assertThat(answer).isInstanceOf(HttpAnswer.NotSent.class);
        assertThat(fault(answer).kind()).isEqualTo(FaultKind.TRANSIENT);
        assertThat(fault(answer).setting()).isEqualTo("service");
    }

    @Test
    void aWriteThatWasTakenWithoutAnAnswerIsUnknownAndNotRepeated() {
        server.behaviour = (seen, out) -> false;
        assertThat(http.call(write(), monitor)).isInstanceOf(HttpAnswer.Unknown.class);
        assertThat(server.seen).hasSize(1);
    }

    @Test
    void aWriteOverAConnectionThatGrewStaleArrivesOnce() {
        assertThat(http.call(read(), monitor)).isInstanceOf(HttpAnswer.Response.class);
        server.behaviour = (seen, out) -> false;
        http.call(write(), monitor);
        http.call(write(), monitor);
        assertThat(server.seen.stream().filter(s -> s.line().startsWith("POST")))
                .hasSize(2);
    }

    @Test
    void aReadIsTriedAgainAfterA503() {
        AtomicInteger number = new AtomicInteger();
        server.behaviour =
                (seen, out) -> ScriptedServer.respond(out, number.incrementAndGet() < 3 ? 503 : 200, "", "{}");
        assertThat(response(http.call(read(), monitor)).status()).isEqualTo(200);
        assertThat(server.seen).hasSize(3);
    }

    @Test
    void aWriteIsNotTriedAgainAfterA500() {
        server.behaviour = (seen, out) -> ScriptedServer.respond(out, 500, "", "{}");
        assertThat(response(http.call(write(), monitor)).status()).isEqualTo(500);
        assertThat(server.seen).hasSize(1);
    }

    @Test
    void aWriteFollowsNoRedirect() {
        server.behaviour = (seen, out) -> ScriptedServer.respond(out, 307, "Location: /other\r\n", "");
        assertThat(response(http.call(write(), monitor)).status()).isEqualTo(307);
        assertThat(server.seen).hasSize(1);
    }

    @Test
    void aLongRetryAfterIsHandedToTheCallerAndKeptByEveryoneElse() {
        server.behaviour = (seen, out) -> ScriptedServer.respond(out, 429, "Retry-After: 120\r\n", "");
        Fault first = fault(http.call(read(), monitor));
        assertThat(first.kind()).isEqualTo(FaultKind.RATE);
        assertThat(first.retryAt()).isAfter(Instant.now().plusSeconds(100));
        HttpAnswer second = http.call(read(), monitor);
        assertThat(second).isInstanceOf(HttpAnswer.NotSent.class);
        assertThat(fault(second).kind()).isEqualTo(FaultKind.RATE);
        assertThat(server.seen).as("the second read is kept back").hasSize(1);
    }

    @Test
    void pollingLeavesTheRestOfTheLimitToReplies() {
        long reset = Instant.now().plusSeconds(300).getEpochSecond();
        server.behaviour = (seen, out) -> ScriptedServer.respond(
                out,
                200,
                "RateLimit-Limit: 100\r\nRateLimit-Remaining: 15\r\nRateLimit-Reset: " + reset + "\r\n",
                "{}");
        assertThat(http.call(read(), monitor)).isInstanceOf(HttpAnswer.Response.class);
        assertThat(http.rate("127.0.0.1", Bucket.SHARED).orElseThrow().remaining())
                .isEqualTo(15);
        assertThat(fault(http.call(read(), monitor)).retryAt()).isAfter(Instant.now());
        assertThat(http.call(read().as(Urgency.INTERACTIVE), monitor)).isInstanceOf(HttpAnswer.Response.class);
        assertThat(http.call(write(), monitor)).isInstanceOf(HttpAnswer.Response.class);
    }

    @Test
    void aServerThatDoesNotAnswerEndsInATimeOutNotInARetry() {
        server.behaviour = (seen, out) -> server.hang();
        HttpAnswer answer = http.call(read().within(Duration.ofMillis(300)), monitor);
        assertThat(fault(answer).kind()).isEqualTo(FaultKind.TRANSIENT);
        assertThat(fault(answer).detail()).contains("in time");
        assertThat(server.seen).hasSize(1);
    }

    @Test
    void aCancelledMonitorEndsACallSoon() throws Exception {
        server.behaviour = (seen, out) -> server.hang();
        CompletableFuture<HttpAnswer> answer = CompletableFuture.supplyAsync(() -> http.call(write(), monitor));
        await().until(() -> server.seen.size() == 1);
        monitor.setCanceled(true);
        assertThat(answer.get(5, TimeUnit.SECONDS)).isInstanceOf(HttpAnswer.Unknown.class);
        assertThat(fault(answer.get()).detail()).contains("cancelled");
    }

    @Test
    void closingEndsRunningCallsAndRefusesLaterOnes() throws Exception {
        server.behaviour = (seen, out) -> server.hang();
        CompletableFuture<HttpAnswer> answer = CompletableFuture.supplyAsync(() -> http.call(write(), monitor));
        await().until(() -> server.seen.size() == 1);
        http.close();
        assertThat(answer.get(5, TimeUnit.SECONDS)).isInstanceOf(HttpAnswer.Unknown.class);
        assertThat(http.call(write(), monitor)).isInstanceOf(HttpAnswer.NotSent.class);
    }

    @Test
    void aCutReadIsRepeated() {
        AtomicInteger number = new AtomicInteger();
        server.behaviour = (seen, out) -> number.incrementAndGet() > 1 && ScriptedServer.respond(out, 200, "", "{}");
        assertThat(response(http.call(read(), monitor)).status()).isEqualTo(200);
    }

    @Test
    void anAnswerLongerThanAskedForIsAFault() {
        server.behaviour = (seen, out) -> ScriptedServer.respond(out, 200, "", "x".repeat(2_000));
        assertThat(fault(http.call(read().atMost(1_000), monitor)).kind()).isEqualTo(FaultKind.PROTOCOL);
        assertThat(response(http.call(read().atMost(2_000), monitor)).body()).hasSize(2_000);
    }

    @Test
    void plainHttpIsForThisMachineOnly() {
        HttpAnswer answer = http.call(HttpCall.get("r", URI.create("http://bsky.example/")), monitor);
        assertThat(answer).isInstanceOf(HttpAnswer.NotSent.class);
        assertThat(fault(answer).kind()).isEqualTo(FaultKind.SETTINGS);
        assertThat(fault(answer).setting()).isEqualTo("service");
    }

    @Test
    void anUnknownNameBlamesTheSetting() {
        HttpAnswer answer = http.call(HttpCall.get("r", URI.create("https://nowhere.invalid/")), monitor);
        assertThat(answer).isInstanceOf(HttpAnswer.NotSent.class);
        assertThat(fault(answer).setting()).isEqualTo("service");
        assertThat(fault(answer).detail()).contains("nowhere.invalid");
    }

    @Test
    void noSecretReachesTheLog() {
        http.call(read().with("Authorization", "Bearer geheim"), monitor);
        assertThat(log).isNotEmpty().noneMatch(l -> l.contains("geheim") || l.contains("secret-token"));
    }

    @Test
    void aCallOnTheUiThreadFailsLoudly() {
        UiThread.claim();
        try {
            assertThatThrownBy(() -> http.call(read(), monitor)).isInstanceOf(IllegalStateException.class);
        } finally {
            UiThread.release();
        }
    }

    @Test
    void twoThousandCallsAtOnceAllArrive() {
        List<CompletableFuture<HttpAnswer>> answers = new ArrayList<>();
        try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 2_000; i++) {
                answers.add(CompletableFuture.supplyAsync(() -> http.call(read(), monitor), threads));
            }
        }
        assertThat(answers).allMatch(a -> a.join() instanceof HttpAnswer.Response);
    }
}
