package org.kontor.channel.bluesky.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.api.channel.Attempt;
import org.kontor.api.channel.ChannelSession;
import org.kontor.api.channel.Cursor;
import org.kontor.api.channel.Fault;
import org.kontor.api.channel.FaultKind;
import org.kontor.api.channel.Found;
import org.kontor.api.channel.Outgoing;
import org.kontor.api.channel.OutgoingAttachment;
import org.kontor.api.channel.Received;
import org.kontor.api.channel.ReplyMode;
import org.kontor.api.channel.Sent;
import org.kontor.channel.bluesky.internal.FakeNetwork.Answer;

class FaultTest {
    private static final String CREATE = "com.atproto.repo.createRecord";
    private static final String LIST = "app.bsky.notification.listNotifications";
    private static final String SIGN_IN = "com.atproto.server.createSession";
    private static final String REFRESH = "com.atproto.server.refreshSession";

    private final FakeWorld world = new FakeWorld();
    private final Services services = new Services();
    private final TestAccount account = new TestAccount(world.service(), "alma.test", "app-password");
    private final NullProgressMonitor monitor = new NullProgressMonitor();
    private final ReplyTarget.Ref question = world.stranger().post("Frage", null);
    private final String did = world.brand().did;
    private final int signInsOfOthers = world.network.calls(SIGN_IN);
    private ChannelSession session = services.connector.open(account);

    @AfterEach
    void end() {
        session.close();
        services.close();
        world.close();
    }

    private Attempt attempt(String text, OutgoingAttachment... attachments) {
        Outgoing reply = new Outgoing(
                ReplyMode.PUBLIC,
                new ReplyTarget(question, question).text(),
                new org.kontor.api.channel.ExternalId(question.uri()),
                null,
                text,
                List.of(),
                List.of(),
                List.of(attachments));
        Instant now = Instant.now();
        return new Attempt(session.newKey(reply, now), reply, now, 1);
    }

    private static Attempt again(Attempt attempt) {
        return new Attempt(attempt.key(), attempt.reply(), attempt.queuedAt(), attempt.number() + 1);
    }

    private Fault refused(Attempt attempt) {
        Sent sent = session.send(attempt, monitor);
        assertThat(sent).isInstanceOf(Sent.Refused.class);
        return ((Sent.Refused) sent).fault();
    }

    private Fault failed() {
        Received received = session.receive(Cursor.START, monitor);
        assertThat(received).isInstanceOf(Received.Failed.class);
        return ((Received.Failed) received).fault();
    }

    @Test
    void aCutBeforeTheServerTookItEndsInOneReply() {
        world.network.fault(CREATE, (call, number) -> number == 2 ? Answer.cut(false) : null);
        Attempt attempt = attempt("Antwort");
        assertThat(session.send(attempt, monitor)).isInstanceOf(Sent.Unknown.class);
        assertThat(session.find(attempt, monitor)).isInstanceOf(Found.Absent.class);
        assertThat(session.send(again(attempt), monitor)).isInstanceOf(Sent.Accepted.class);
        assertThat(world.network.posts(did)).isEqualTo(1);
    }

    @Test
    void aCutAfterTheServerTookItEndsInOneReply() {
        world.network.fault(CREATE, (call, number) -> number == 2 ? Answer.cut(true) : null);
        Attempt attempt = attempt("Antwort");
        assertThat(session.send(attempt, monitor)).isInstanceOf(Sent.Unknown.class);
        assertThat(session.find(attempt, monitor)).isInstanceOf(Found.Present.class);
        assertThat(session.send(again(attempt), monitor)).isInstanceOf(Sent.Accepted.class);
        assertThat(world.network.posts(did)).isEqualTo(1);
    }

    @Test
    void aSecondTryThatCannotLookStaysUndecided() {
        world.network.fault("com.atproto.repo.getRecord", (call, number) -> Answer.error(502, "UpstreamFailure", "x"));
        assertThat(session.send(again(attempt("Antwort")), monitor)).isInstanceOf(Sent.Unknown.class);
        assertThat(world.network.posts(did)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kein JSON", "", "{}", "{\"uri\":5}"})
    void anAnswerNobodyUnderstandsIsLookedUp(String body) {
        world.network.fault(CREATE, (call, number) -> new Answer(200, Map.of(), body.getBytes(), false, true));
        Attempt attempt = attempt("Antwort");
        Sent sent = session.send(attempt, monitor);
        assertThat(sent).isInstanceOfAny(Sent.Accepted.class, Sent.Unknown.class);
        assertThat(session.find(attempt, monitor)).isInstanceOf(Found.Present.class);
        assertThat(world.network.posts(did)).isEqualTo(1);
    }

    @Test
    void aServerErrorIsLookedUpAndNotTakenForANo() {
        world.network.fault(CREATE, (call, number) -> new Answer(500, Map.of(), new byte[0], false, true));
        assertThat(session.send(attempt("doch angekommen"), monitor)).isInstanceOf(Sent.Accepted.class);
        world.network.fault(CREATE, (call, number) -> Answer.error(500, "InternalServerError", "x"));
        assertThat(session.send(attempt("nicht angekommen"), monitor)).isInstanceOf(Sent.Unknown.class);
        assertThat(world.network.posts(did)).isEqualTo(1);
    }

    @Test
    void aSendThatIsCancelledInTheMiddleIsUndecided() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        world.network.fault(CREATE, (call, number) -> {
            reached.countDown();
            try {
                end.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new java.io.IOException(e);
            }
            return Answer.cut(true);
        });
        CompletableFuture<Sent> sent = CompletableFuture.supplyAsync(() -> session.send(attempt("Antwort"), monitor));
        assertThat(reached.await(20, TimeUnit.SECONDS)).isTrue();
        monitor.setCanceled(true);
        assertThat(sent.get(5, TimeUnit.SECONDS)).isInstanceOf(Sent.Unknown.class);
        end.countDown();
        await().until(() -> world.network.posts(did) == 1);
    }

    @Test
    void aRateLimitSaysWhenToTryAgainAndIsKept() {
        long reset = Instant.now().plusSeconds(300).getEpochSecond();
        world.network.fault(
                CREATE,
                (call, number) -> Answer.raw(
                        429,
                        "{\"error\":\"RateLimitExceeded\",\"message\":\"Rate Limit Exceeded\"}",
                        Map.of("RateLimit-Limit", "5000", "RateLimit-Remaining", "0", "RateLimit-Reset", "" + reset)));
        Fault fault = refused(attempt("Antwort"));
        assertThat(fault.kind()).isEqualTo(FaultKind.RATE);
        assertThat(fault.retryAt()).isEqualTo(Instant.ofEpochSecond(reset));
        int calls = world.network.calls(CREATE);
        assertThat(refused(attempt("Noch eine")).kind()).isEqualTo(FaultKind.RATE);
        assertThat(world.network.calls(CREATE)).as("nothing goes out before").isEqualTo(calls);
        assertThat(session.receive(Cursor.START, monitor))
                .as("reading has its own limit")
                .isInstanceOf(Received.Page.class);
    }

    @ParameterizedTest
    @CsvSource({
        "400, InvalidRequest, PERMANENT, ",
        "401, AuthMissing, AUTH, password",
        "403, Forbidden, PERMISSION, ",
        "400, AccountTakedown, PERMISSION, ",
        "400, RepoDeactivated, PERMISSION, ",
        "413, PayloadTooLarge, PERMANENT, ",
        "429, RateLimitExceeded, RATE, ",
        "501, MethodNotImplemented, SETTINGS, service",
        "400, UpstreamFailure, TRANSIENT, "
    })
    void aRefusalIsClassedByItsCode(
            int status, String error, FaultKind kind, @org.jspecify.annotations.Nullable String setting) {
        world.network.fault(CREATE, (call, number) -> Answer.error(status, error, "words that mean nothing"));
        Fault fault = refused(attempt("Antwort"));
        assertThat(fault.kind()).isEqualTo(kind);
        assertThat(fault.setting()).isEqualTo(setting);
    }

    @Test
    void aServerThatIsNoneBlamesItsAddress() {
        world.network.fault(SIGN_IN, (call, number) -> Answer.raw(404, "<html>Not here</html>", Map.of()));
        Fault fault = failed();
        assertThat(fault.kind()).isEqualTo(FaultKind.SETTINGS);
        assertThat(fault.setting()).isEqualTo(BlueskySettings.SERVICE);
        world.network.close();
        session.close();
        session = services.connector.open(account);
        // The first call may meet a connection that was still open.
        await().until(() -> BlueskySettings.SERVICE.equals(failed().setting()));
    }

    @ParameterizedTest
    @CsvSource({"AccountTakedown, PERMISSION", "AuthFactorTokenRequired, AUTH", "AuthenticationRequired, AUTH"})
    void aSignInThatIsRefusedSaysWhatToDo(String error, FaultKind kind) {
        world.network.fault(SIGN_IN, (call, number) -> Answer.error(401, error, "x"));
        assertThat(failed().kind()).isEqualTo(kind);
    }

    @Test
    void aSuspendedAccountIsSaidToBeSo() {
        world.network.fault(
                SIGN_IN,
                (call, number) -> Answer.raw(
                        200,
                        "{\"did\":\"" + did
                                + "\",\"accessJwt\":\"a\",\"refreshJwt\":\"b\",\"active\":false,\"status\":\"suspended\"}",
                        Map.of()));
        Fault fault = failed();
        assertThat(fault.kind()).isEqualTo(FaultKind.PERMISSION);
        assertThat(fault.detail()).contains("suspended");
    }

    @Test
    void aWrongPasswordIsAskedOnceUntilItIsChanged() {
        account.secrets.put(BlueskySettings.PASSWORD, "falsch");
        for (int i = 0; i < 50; i++) {
            assertThat(failed().setting()).isEqualTo(BlueskySettings.PASSWORD);
        }
        assertThat(world.network.calls(SIGN_IN) - signInsOfOthers).isEqualTo(1);
        account.secrets.put(BlueskySettings.PASSWORD, "app-password");
        assertThat(session.receive(Cursor.START, monitor)).isInstanceOf(Received.Page.class);
    }

    @Test
    void aKeptSessionIsUsedAgainAfterARestart() {
        for (int i = 0; i < 20; i++) {
            assertThat(session.receive(Cursor.START, monitor)).isInstanceOf(Received.Page.class);
            session.close();
            session = services.connector.open(account);
        }
        assertThat(world.network.calls(SIGN_IN) - signInsOfOthers).isEqualTo(1);
    }

    @Test
    void anotherPasswordMeansAnotherSession() {
        session.receive(Cursor.START, monitor);
        session.close();
        account.secrets.put(BlueskySettings.PASSWORD, " app-password ");
        session = services.connector.open(account);
        session.receive(Cursor.START, monitor);
        account.secrets.put(BlueskySettings.PASSWORD, "anders");
        session.close();
        session = services.connector.open(account);
        assertThat(failed().kind()).isEqualTo(FaultKind.AUTH);
    }

    @Test
    void aRenewalThatFailsInPassingDoesNotSpendASignIn() {
        session.receive(Cursor.START, monitor);
        world.network.expire(account.tokens().accessJwt());
        world.network.fault(REFRESH, (call, number) -> number == 1 ? Answer.error(502, "UpstreamFailure", "x") : null);
        assertThat(failed().kind()).isEqualTo(FaultKind.TRANSIENT);
        assertThat(session.receive(Cursor.START, monitor)).isInstanceOf(Received.Page.class);
        assertThat(world.network.calls(SIGN_IN) - signInsOfOthers).isEqualTo(1);
    }

    @Test
    void aRenewedSessionIsKeptBeforeItIsUsed() {
        session.receive(Cursor.START, monitor);
        Tokens old = account.tokens();
        world.network.expire(old.accessJwt());
        world.network.fault(LIST, (call, number) -> call.token().equals(old.accessJwt()) ? null : Answer.cut(false));
        failed();
        assertThat(account.tokens().refreshJwt()).isNotEqualTo(old.refreshJwt());
    }

    @Test
    void aSessionThatEndsBetweenItsRenewalAndItsUseIsRenewedAgain() {
        session.receive(Cursor.START, monitor);
        world.network.expire(account.tokens().accessJwt());
        world.network.fault(
                CREATE, (call, number) -> number < 3 ? Answer.error(400, "ExpiredToken", "Token has expired") : null);
        assertThat(session.send(attempt("Antwort"), monitor)).isInstanceOf(Sent.Accepted.class);
        assertThat(world.network.posts(did)).isEqualTo(1);
        assertThat(world.network.calls(SIGN_IN) - signInsOfOthers).isEqualTo(1);
    }

    @Test
    void twoThreadsRenewOnce() {
        session.receive(Cursor.START, monitor);
        world.network.expire(account.tokens().accessJwt());
        List<CompletableFuture<?>> both = List.of(
                CompletableFuture.supplyAsync(() -> session.receive(Cursor.START, new NullProgressMonitor())),
                CompletableFuture.supplyAsync(() -> session.find(attempt("x"), new NullProgressMonitor())),
                CompletableFuture.supplyAsync(() -> session.send(attempt("y"), new NullProgressMonitor())));
        both.forEach(CompletableFuture::join);
        assertThat(world.network.calls(REFRESH)).isEqualTo(1);
        assertThat(world.network.posts(did)).isEqualTo(1);
    }

    @Test
    void signInsStayFarBelowThePlatformsLimit() {
        world.network.fault(LIST, (call, number) -> Answer.error(400, "ExpiredToken", "x"));
        world.network.fault(REFRESH, (call, number) -> Answer.error(400, "ExpiredToken", "x"));
        for (int i = 0; i < 40; i++) {
            session.receive(Cursor.START, monitor);
        }
        assertThat(world.network.calls(SIGN_IN) - signInsOfOthers).isEqualTo(10);
        assertThat(failed().kind()).isEqualTo(FaultKind.RATE);
    }

    @Test
    void whatIsTooLongIsRefusedBeforeAnythingIsSent() {
        assertThat(refused(attempt("ä".repeat(301))).kind()).isEqualTo(FaultKind.PERMANENT);
        assertThat(refused(attempt("👩‍👩‍👧‍👦".repeat(130))).detail()).contains("bytes");
        assertThat(session.send(attempt("👩‍👩‍👧‍👦".repeat(100)), monitor)).isInstanceOf(Sent.Accepted.class);
        assertThat(session.send(attempt("ä".repeat(300)), monitor)).isInstanceOf(Sent.Accepted.class);
        assertThat(refused(attempt("  ")).kind()).isEqualTo(FaultKind.PERMANENT);
    }

    @Test
    void picturesThatDoNotFitAreRefusedBeforeAnythingIsSent() {
        OutgoingAttachment picture = new OutgoingAttachment("a.png", "image/png", Pictures.png(2, 2), "");
        assertThat(refused(attempt("x", picture, picture, picture, picture, picture))
                        .kind())
                .isEqualTo(FaultKind.PERMANENT);
        assertThat(refused(attempt("x", new OutgoingAttachment("a.pdf", "application/pdf", new byte[1], "")))
                        .detail())
                .contains("application/pdf");
        assertThat(refused(attempt("x", new OutgoingAttachment("a.png", "image/png", new byte[2_000_001], "")))
                        .detail())
                .contains("2000000");
        assertThat(world.network.calls("com.atproto.repo.uploadBlob")).isZero();
        world.network.fault("com.atproto.repo.uploadBlob", (call, number) -> Answer.error(500, "x", "x"));
        assertThat(refused(attempt("x", picture)).kind()).isEqualTo(FaultKind.TRANSIENT);
        assertThat(world.network.posts(did)).isZero();
    }

    @Test
    void closedRepliesAreNotTried() {
        world.network.fault(
                "app.bsky.feed.getPostThread",
                (call, number) -> Answer.raw(
                        200, "{\"thread\":{\"post\":{\"uri\":\"x\",\"viewer\":{\"replyDisabled\":true}}}}", Map.of()));
        assertThat(refused(attempt("x")).kind()).isEqualTo(FaultKind.PERMISSION);
    }

    @Test
    void aFaultBeforeTheReplyIsOnTheWayIsCertainlyNotSent() {
        for (String method : List.of("app.bsky.feed.getPostThread", "com.atproto.identity.resolveHandle")) {
            world.network.fault(method, (call, number) -> Answer.cut(false));
            assertThat(refused(attempt("Hallo @lena.test")).kind()).isEqualTo(FaultKind.TRANSIENT);
            world.network.fault(method, (call, number) -> null);
        }
        world.network.fault(
                "com.atproto.identity.resolveHandle",
                (call, number) -> Answer.error(400, "InvalidRequest", "Unable to resolve handle"));
        assertThat(session.send(attempt("Hallo @niemand.test"), monitor)).isInstanceOf(Sent.Accepted.class);
    }

    @Test
    void noTokenAndNoPasswordIsLoggedOrShown() {
        session.receive(Cursor.START, monitor);
        Tokens tokens = account.tokens();
        world.network.fault(CREATE, (call, number) -> Answer.error(400, "InvalidRequest", "x"));
        String all = services.log + " " + refused(attempt("geheime Antwort")) + session.health(monitor) + tokens;
        assertThat(all)
                .doesNotContain(tokens.accessJwt() + ",")
                .doesNotContain("app-password")
                .doesNotContain("geheime Antwort");
        assertThat(services.log).isNotEmpty();
    }

    @Test
    void aSettingThatIsMissingOrWrongIsNamed() {
        assertThatThrownBy(() -> services.connector.open(new TestAccount(URI.create("http://bsky.social"), "a.b", "x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("service");
        assertThatThrownBy(() -> services.connector.open(new TestAccount(world.service(), " @ ", "x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("handle");
        account.keepSecret(BlueskySettings.PASSWORD, null);
        assertThat(failed().setting()).isEqualTo(BlueskySettings.PASSWORD);
    }

    @Test
    void everyDeclaredWordHasATextInBothLanguages() throws Exception {
        for (String file : List.of("bundle.properties", "bundle_de.properties")) {
            java.util.Properties texts = new java.util.Properties();
            try (var in = java.nio.file.Files.newBufferedReader(java.nio.file.Path.of("OSGI-INF/l10n", file))) {
                texts.load(in);
            }
            services.connector
                    .settings()
                    .forEach(spec -> assertThat(texts)
                            .containsKeys("setting." + spec.name(), "setting." + spec.name() + ".hint"));
            session.health(monitor).checks().forEach(check -> assertThat(texts).containsKey(check.name()));
            assertThat(texts).containsKey("name");
        }
        assertThat(services.connector.text("no.such.key", Locale.GERMAN)).isEqualTo("no.such.key");
        assertThat(services.connector.capabilities().pollEvery()).isEqualTo(Duration.ofSeconds(15));
    }
}
