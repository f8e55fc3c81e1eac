package org.kontor.simulator.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.simulator.BlueskyAccount;
import org.kontor.simulator.Channel;
import org.kontor.simulator.CustomerMessage;
import org.kontor.simulator.Simulator;
import org.kontor.simulator.Written;

class BlueskyServerTest {

    private static final String RKEY = "3lfktnssv5s2a";

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-01T10:00:00Z"));
    private Simulator simulator;
    private BlueskyAccount account;
    private Xrpc brand;

    @BeforeEach
    void start() throws Exception {
        simulator = Simulator.builder(folder)
                .withoutScript()
                .clock(clock)
                .accessTokenLifetime(Duration.ofMinutes(5))
                .start();
        account = simulator.world().brand("nordwind").bluesky();
        brand = Xrpc.as(account);
    }

    @AfterEach
    void stop() throws Exception {
        assertThat(simulator.schemaViolations()).isEmpty();
        simulator.close();
    }

    private List<JsonNode> notifications(Map<String, String> parameters) throws Exception {
        List<JsonNode> all = new ArrayList<>();
        brand.get("app.bsky.notification.listNotifications", parameters)
                .body()
                .path("notifications")
                .forEach(all::add);
        return all;
    }

    @Test
    void aWrongPasswordIsRefusedAsOnTheRealServer() throws Exception {
        Xrpc.Reply reply = new Xrpc(account.service()).login(account.handle(), "wrong");
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.error()).isEqualTo("AuthenticationRequired");
        assertThat(reply.body().path("message").asText()).isEqualTo("Invalid identifier or password");
    }

    @Test
    void aRequestWithoutTokenIsRefused() throws Exception {
        Xrpc.Reply reply = new Xrpc(account.service()).get("app.bsky.notification.listNotifications", Map.of());
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.error()).isEqualTo("AuthMissing");
    }

    @Test
    void anExpiredAccessTokenIsNamedAndTheRefreshTokenRotates() throws Exception {
        clock.advance(Duration.ofMinutes(6));
        Xrpc.Reply expired = brand.get("com.atproto.server.getSession", Map.of());
        assertThat(expired.status()).isEqualTo(400);
        assertThat(expired.error()).isEqualTo("ExpiredToken");

        String first = brand.refresh;
        Xrpc.Reply refreshed = brand.postNothing("com.atproto.server.refreshSession", first);
        brand.keep(refreshed);
        assertThat(brand.refresh).isNotEqualTo(first);
        assertThat(brand.get("com.atproto.server.getSession", Map.of())
                        .body()
                        .path("handle")
                        .asText())
                .isEqualTo(account.handle());

        clock.advance(Duration.ofHours(3));
        Xrpc.Reply reused = brand.postNothing("com.atproto.server.refreshSession", first);
        assertThat(reused.status()).isEqualTo(400);
        assertThat(reused.error()).isEqualTo("ExpiredToken");
    }

    @Test
    void expiringAllSessionsLeavesOnlyTheLogin() throws Exception {
        simulator.expireSessions();
        assertThat(brand.get("com.atproto.server.getSession", Map.of()).error()).isEqualTo("ExpiredToken");
        assertThat(brand.postNothing("com.atproto.server.refreshSession", brand.refresh)
                        .error())
                .isEqualTo("ExpiredToken");
        assertThat(brand.login(account.handle(), account.password()).status()).isEqualTo(200);
    }

    @Test
    void aMentionIsANotificationWithTheRecordAndTheAuthor() throws Exception {
        Written post = simulator.write(CustomerMessage.bluesky("nordwind", "Jörg Grün", "Läuft die Jacke ein?"));
        List<JsonNode> notifications = notifications(Map.of());
        assertThat(notifications).hasSize(1);
        JsonNode mention = notifications.get(0);
        assertThat(mention.path("reason").asText()).isEqualTo("mention");
        assertThat(mention.path("uri").asText()).isEqualTo(post.id());
        assertThat(mention.path("cid").asText()).isEqualTo(post.cid());
        assertThat(mention.path("author").path("displayName").asText()).isEqualTo("Jörg Grün");
        assertThat(mention.path("record").path("text").asText()).isEqualTo("@nordwind.example Läuft die Jacke ein?");
        JsonNode index = mention.path("record").path("facets").path(0).path("index");
        assertThat(index.path("byteEnd").asInt()).isEqualTo("@nordwind.example".length());
    }

    @Test
    void aReplyIsSeenByTheCustomerAndByTheThread() throws Exception {
        Written post = simulator.write(CustomerMessage.bluesky("nordwind", "Anna Berg", "Is it warm?"));
        Xrpc.Reply sent = brand.create(RKEY, brand.answer(post.id(), post.cid(), post.id(), post.cid(), "Very."));
        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.body().path("uri").asText()).endsWith("/app.bsky.feed.post/" + RKEY);
        assertThat(simulator.answers()).singleElement().satisfies(answer -> {
            assertThat(answer.inReplyTo()).isEqualTo(post.id());
            assertThat(answer.text()).isEqualTo("Very.");
            assertThat(answer.copies()).isEqualTo(1);
        });
        JsonNode thread = brand.get("app.bsky.feed.getPostThread", Map.of("uri", post.id()))
                .body()
                .path("thread");
        assertThat(thread.path("replies")
                        .path(0)
                        .path("post")
                        .path("record")
                        .path("text")
                        .asText())
                .isEqualTo("Very.");
        JsonNode below = brand.get(
                        "app.bsky.feed.getPostThread",
                        Map.of("uri", sent.body().path("uri").asText()))
                .body()
                .path("thread");
        assertThat(below.path("parent").path("post").path("uri").asText()).isEqualTo(post.id());
    }

    @Test
    void aRepeatedKeyIsAnsweredWith500AsOnTheRealServer() throws Exception {
        Written post = simulator.write(CustomerMessage.bluesky("nordwind", "Anna Berg", "Is it warm?"));
        ObjectNode answer = brand.answer(post.id(), post.cid(), post.id(), post.cid(), "Very.");
        brand.create(RKEY, answer);
        Xrpc.Reply again = brand.create(RKEY, answer);
        assertThat(again.status()).isEqualTo(500);
        assertThat(again.error()).isEqualTo("InternalServerError");
        Xrpc.Reply there = brand.get(
                "com.atproto.repo.getRecord",
                Map.of("repo", brand.did, "collection", "app.bsky.feed.post", "rkey", RKEY));
        assertThat(there.body().path("value").path("text").asText()).isEqualTo("Very.");
        assertThat(simulator.counts().line("nordwind", Channel.BLUESKY).duplicates())
                .isZero();
    }

    @Test
    void theSameAnswerUnderAnotherKeyIsADuplicate() throws Exception {
        Written post = simulator.write(CustomerMessage.bluesky("nordwind", "Anna Berg", "Is it warm?"));
        ObjectNode answer = brand.answer(post.id(), post.cid(), post.id(), post.cid(), "Very.");
        brand.create("", answer);
        brand.create("", answer);
        assertThat(simulator.counts().line("nordwind", Channel.BLUESKY).duplicates())
                .isEqualTo(1);
    }

    @Test
    void recordsThatTheRealServerRefusesAreRefused() throws Exception {
        ObjectNode tooLong = Xrpc.object().put("text", "ä".repeat(301)).put("createdAt", "2026-03-01T10:00:00.000Z");
        Xrpc.Reply reply = brand.create("", tooLong);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error()).isEqualTo("InvalidRequest");
        assertThat(reply.body().path("message").asText()).contains("maximum 300, got 301");
        ObjectNode families =
                Xrpc.object().put("text", "👨‍👩‍👧".repeat(100)).put("createdAt", "2026-03-01T10:00:00.000Z");
        assertThat(brand.create("", families).status()).isEqualTo(200);
        assertThat(brand.create("", Xrpc.object().put("text", "no date")).status())
                .isEqualTo(400);
        ObjectNode good = Xrpc.object().put("text", "x").put("createdAt", "2026-03-01T10:00:00.000Z");
        assertThat(brand.create("not a tid", good).status()).isEqualTo(400);
    }

    @Test
    void listsAreReadPageByPageWithoutLossWhenTimesDiffer() throws Exception {
        for (int i = 0; i < 7; i++) {
            clock.advance(Duration.ofSeconds(1));
            simulator.write(CustomerMessage.bluesky("nordwind", "Anna Berg", "Question " + i));
        }
        List<String> texts = new ArrayList<>();
        String cursor = "";
        for (int page = 0; page < 4; page++) {
            Map<String, String> parameters =
                    cursor.isEmpty() ? Map.of("limit", "3") : Map.of("limit", "3", "cursor", cursor);
            JsonNode body = brand.get("app.bsky.notification.listNotifications", parameters)
                    .body();
            body.path("notifications")
                    .forEach(n -> texts.add(n.path("record").path("text").asText()));
            cursor = body.path("cursor").asText();
        }
        assertThat(texts).hasSize(7).doesNotHaveDuplicates();
        assertThat(texts.get(0)).endsWith("Question 6");
    }

    @Test
    void aDeletedPostIsNotFoundAndItsNotificationIsGone() throws Exception {
        Written post = simulator.write(CustomerMessage.bluesky("nordwind", "Anna Berg", "Forget it"));
        Written below = simulator.write(
                CustomerMessage.bluesky("nordwind", "Ben Alt", "me too").withReplyTo(post.id()));
        assertThat(simulator.delete("nordwind", post.id())).isTrue();
        assertThat(notifications(Map.of())).isEmpty();
        Xrpc.Reply thread = brand.get("app.bsky.feed.getPostThread", Map.of("uri", post.id()));
        assertThat(thread.status()).isEqualTo(400);
        assertThat(thread.error()).isEqualTo("NotFound");
        JsonNode parent = brand.get("app.bsky.feed.getPostThread", Map.of("uri", below.id()))
                .body()
                .path("thread")
                .path("parent");
        assertThat(parent.path("$type").asText()).isEqualTo("app.bsky.feed.defs#notFoundPost");
    }

    @Test
    void aBlockShowsAsABlockedPost() throws Exception {
        Written post = simulator.write(CustomerMessage.bluesky("nordwind", "Anna Berg", "Never again"));
        simulator.react("nordwind", "Anna Berg", Simulator.Reaction.BLOCK, "");
        JsonNode thread = brand.get("app.bsky.feed.getPostThread", Map.of("uri", post.id()))
                .body()
                .path("thread");
        assertThat(thread.path("$type").asText()).isEqualTo("app.bsky.feed.defs#blockedPost");
    }

    @Test
    void repliesQuotesLikesRepostsAndFollowsAreToldApart() throws Exception {
        Written own = simulator.publish("nordwind", "Unsere neue Jacke ist da.");
        simulator.write(
                CustomerMessage.bluesky("nordwind", "Anna Berg", "Schön!").withReplyTo(own.id()));
        simulator.write(
                CustomerMessage.bluesky("nordwind", "Ben Alt", "Seht mal").withQuoteOf(own.id()));
        simulator.react("nordwind", "Cem Aydin", Simulator.Reaction.LIKE, own.id());
        simulator.react("nordwind", "Cem Aydin", Simulator.Reaction.REPOST, own.id());
        simulator.react("nordwind", "Cem Aydin", Simulator.Reaction.FOLLOW, "");
        assertThat(notifications(Map.of()).stream().map(n -> n.path("reason").asText()))
                .containsExactlyInAnyOrder("reply", "quote", "like", "repost", "follow");
        assertThat(notifications(Map.of("reasons", "reply"))).hasSize(1);
        JsonNode post = brand.get("app.bsky.feed.getPosts", Map.of("uris", own.id()))
                .body()
                .path("posts")
                .path(0);
        assertThat(post.path("likeCount").asInt()).isEqualTo(1);
        assertThat(post.path("replyCount").asInt()).isEqualTo(1);
        assertThat(post.path("quoteCount").asInt()).isEqualTo(1);
    }

    @Test
    void seenIsKeptAndCounted() throws Exception {
        simulator.write(CustomerMessage.bluesky("nordwind", "Anna Berg", "one"));
        clock.advance(Duration.ofSeconds(5));
        simulator.write(CustomerMessage.bluesky("nordwind", "Anna Berg", "two"));
        assertThat(unread()).isEqualTo(2);
        brand.post("app.bsky.notification.updateSeen", Xrpc.object().put("seenAt", "2026-03-01T10:00:03.000Z"));
        assertThat(unread()).isEqualTo(1);
        assertThat(notifications(Map.of()).get(1).path("isRead").asBoolean()).isTrue();
    }

    private int unread() throws Exception {
        return brand.get("app.bsky.notification.getUnreadCount", Map.of())
                .body()
                .path("count")
                .asInt();
    }

    @Test
    void aPictureIsUploadedEmbeddedAndReadBack() throws Exception {
        byte[] content = "not really a picture".getBytes(StandardCharsets.UTF_8);
        JsonNode blob = brand.upload(content, "image/png").body().path("blob");
        ObjectNode record = Xrpc.object().put("text", "").put("createdAt", "2026-03-01T10:00:00.000Z");
        ObjectNode image = record.putObject("embed")
                .put("$type", "app.bsky.embed.images")
                .putArray("images")
                .addObject()
                .put("alt", "a picture");
        image.set("image", blob);
        String uri = brand.create("", record).body().path("uri").asText();
        JsonNode post = brand.get("app.bsky.feed.getPosts", Map.of("uris", uri))
                .body()
                .path("posts")
                .path(0);
        assertThat(post.path("embed").path("images").path(0).path("alt").asText())
                .isEqualTo("a picture");
        Xrpc.Reply read = brand.get(
                "com.atproto.sync.getBlob",
                Map.of("did", brand.did, "cid", blob.path("ref").path("$link").asText()));
        assertThat(read.raw().body()).isEqualTo(content);
        ((ObjectNode) image.path("image").path("ref"))
                .put("$link", "bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku");
        assertThat(brand.create("", record).error()).isEqualTo("BlobNotFound");
    }

    @Test
    void recordsArePutListedAndDeleted() throws Exception {
        for (int i = 0; i < 3; i++) {
            brand.create("", Xrpc.object().put("text", "post " + i).put("createdAt", "2026-03-01T10:00:00.000Z"));
        }
        JsonNode page = brand.get(
                        "com.atproto.repo.listRecords",
                        Map.of("repo", brand.did, "collection", "app.bsky.feed.post", "limit", "2"))
                .body();
        assertThat(page.path("records").path(0).path("value").path("text").asText())
                .isEqualTo("post 2");
        JsonNode rest = brand.get(
                        "com.atproto.repo.listRecords",
                        Map.of(
                                "repo",
                                brand.did,
                                "collection",
                                "app.bsky.feed.post",
                                "cursor",
                                page.path("cursor").asText()))
                .body();
        assertThat(rest.path("records")).hasSize(1);
        String uri = rest.path("records").path(0).path("uri").asText();
        ObjectNode key = Xrpc.object().put("repo", brand.did).put("collection", "app.bsky.feed.post");
        key.put("rkey", uri.substring(uri.lastIndexOf('/') + 1));
        assertThat(brand.post("com.atproto.repo.deleteRecord", key).status()).isEqualTo(200);
        assertThat(brand.post("com.atproto.repo.deleteRecord", key).status()).isEqualTo(200);
        ObjectNode put = key.deepCopy();
        put.putObject("record").put("text", "again").put("createdAt", "2026-03-01T10:00:00.000Z");
        assertThat(brand.post("com.atproto.repo.putRecord", put).status()).isEqualTo(200);
        assertThat(brand.get("app.bsky.feed.getAuthorFeed", Map.of("actor", account.handle()))
                        .body()
                        .path("feed"))
                .hasSize(3);
        assertThat(brand.get("app.bsky.feed.searchPosts", Map.of("q", "again"))
                        .body()
                        .path("posts"))
                .hasSize(1);
    }

    @Test
    void profilesAndHandlesAreResolved() throws Exception {
        Xrpc anybody = new Xrpc(account.service());
        assertThat(anybody.get("com.atproto.identity.resolveHandle", Map.of("handle", account.handle()))
                        .body()
                        .path("did")
                        .asText())
                .isEqualTo(account.did());
        assertThat(anybody.get("com.atproto.server.describeServer", Map.of()).status())
                .isEqualTo(200);
        assertThat(anybody.get("com.atproto.identity.resolveHandle", Map.of("handle", "nobody.example"))
                        .status())
                .isEqualTo(400);
        assertThat(brand.get("app.bsky.actor.getProfile", Map.of("actor", account.handle()))
                        .body()
                        .path("displayName")
                        .asText())
                .isEqualTo("Nordwind Outdoor");
        assertThat(brand.get("app.bsky.actor.getProfiles", Map.of("actors", account.did()))
                        .body()
                        .path("profiles"))
                .hasSize(1);
        assertThat(brand.get("chat.bsky.convo.getLog", Map.of()).status()).isEqualTo(501);
    }

    @Test
    void theRateLimitIsShownAndHolds() throws Exception {
        Xrpc.Reply reply = brand.get("com.atproto.server.getSession", Map.of());
        assertThat(reply.header("ratelimit-limit")).isEqualTo("3000");
        assertThat(reply.header("ratelimit-policy")).isEqualTo("3000;w=300");
        assertThat(Integer.parseInt(reply.header("ratelimit-remaining"))).isLessThan(3000);
        assertThat(Long.parseLong(reply.header("ratelimit-reset")))
                .isGreaterThan(clock.instant().getEpochSecond());
        Xrpc.Reply last = reply;
        for (int i = 0; i < 31; i++) {
            last = new Xrpc(account.service()).login(account.handle(), account.password());
        }
        assertThat(last.status()).isEqualTo(429);
        assertThat(last.error()).isEqualTo("RateLimitExceeded");
        assertThat(last.header("ratelimit-policy")).isEqualTo("30;w=300");
        clock.advance(Duration.ofMinutes(6));
        assertThat(new Xrpc(account.service())
                        .login(account.handle(), account.password())
                        .status())
                .isEqualTo(200);
    }
}
