package org.kontor.channel.bluesky.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kontor.channel.http.Json;

/** Somebody with a Bluesky client of his own: not our code, only the protocol. */
final class Person {
    final String did;
    final String handle;
    private final URI service;
    // A PDS closes the connection on an offer to go over to HTTP/2.
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String jwt;

    Person(URI service, String handle, String password) {
        this.service = service;
        this.handle = handle;
        JsonNode session = call(
                "com.atproto.server.createSession",
                Json.object().put("identifier", handle).put("password", password),
                "");
        this.did = session.path("did").asText();
        this.jwt = session.path("accessJwt").asText();
    }

    /** Posts, with mentions and links marked. */
    ReplyTarget.Ref post(String text, @Nullable ReplyTarget answering, Person... mentioned) {
        ObjectNode record = Json.object()
                .put("$type", AtUri.POST)
                .put("text", text)
                .put("createdAt", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        if (answering != null) {
            record.set("reply", answering.json());
        }
        java.util.Map<String, String> dids = new java.util.HashMap<>();
        for (Person one : mentioned) {
            dids.put(one.handle, one.did);
        }
        record.set("facets", RichText.facets(text, dids));
        return create(AtUri.POST, record);
    }

    ReplyTarget.Ref create(String collection, ObjectNode record) {
        ObjectNode input = Json.object().put("repo", did).put("collection", collection);
        input.set("record", record);
        JsonNode made = call("com.atproto.repo.createRecord", input, jwt);
        return new ReplyTarget.Ref(made.path("uri").asText(), made.path("cid").asText());
    }

    void like(ReplyTarget.Ref post) {
        ObjectNode record = Json.object()
                .put("$type", "app.bsky.feed.like")
                .put("createdAt", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        record.set("subject", post.json());
        create("app.bsky.feed.like", record);
    }

    ReplyTarget.Ref block(Person other) {
        return create(
                "app.bsky.graph.block",
                Json.object()
                        .put("$type", "app.bsky.graph.block")
                        .put("subject", other.did)
                        .put(
                                "createdAt",
                                Instant.now().truncatedTo(ChronoUnit.MILLIS).toString()));
    }

    void delete(String uri) {
        AtUri at = AtUri.parse(uri).orElseThrow();
        call(
                "com.atproto.repo.deleteRecord",
                Json.object()
                        .put("repo", did)
                        .put("collection", at.collection())
                        .put("rkey", at.rkey()),
                jwt);
    }

    /** The posts in somebody's repository. */
    List<JsonNode> posts(String of) {
        JsonNode answer = send(HttpRequest.newBuilder(URI.create(service
                        + "/xrpc/com.atproto.repo.listRecords?limit=100&collection=" + AtUri.POST + "&repo=" + of))
                .build());
        List<JsonNode> records = new java.util.ArrayList<>();
        answer.path("records").forEach(records::add);
        return records;
    }

    /** Whether the AppView knows somebody else's post; of one's own a PDS tells before the AppView has it. */
    boolean sees(String uri) {
        JsonNode answer = send(HttpRequest.newBuilder(URI.create(service + "/xrpc/app.bsky.feed.getPosts?uris="
                        + URLEncoder.encode(uri, StandardCharsets.UTF_8)))
                .header("Authorization", "Bearer " + jwt)
                .build());
        return !answer.path("posts").isEmpty();
    }

    private JsonNode call(String method, JsonNode input, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service + "/xrpc/" + method))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.write(input)));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request.build());
    }

    private JsonNode send(HttpRequest request) {
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new AssertionError(request.uri().getPath() + ": " + answer.statusCode() + " "
                        + new String(answer.body(), StandardCharsets.UTF_8));
            }
            return answer.body().length == 0 ? Json.object() : Json.read(answer.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
