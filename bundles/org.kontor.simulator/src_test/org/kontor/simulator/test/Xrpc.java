package org.kontor.simulator.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.kontor.simulator.BlueskyAccount;

/** A plain Bluesky client for tests. */
final class Xrpc {

    static final ObjectMapper JSON = new ObjectMapper();

    record Reply(int status, JsonNode body, HttpResponse<byte[]> raw) {
        String error() {
            return body.path("error").asText();
        }

        String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI service;
    String access = "";
    String refresh = "";
    String did = "";

    Xrpc(URI service) {
        this.service = service;
    }

    static Xrpc as(BlueskyAccount account) throws Exception {
        Xrpc client = new Xrpc(account.service());
        Reply reply = client.login(account.handle(), account.password());
        if (reply.status() != 200) {
            throw new IOException("login failed: " + reply);
        }
        return client;
    }

    Reply login(String identifier, String password) throws Exception {
        Reply reply = post(
                "com.atproto.server.createSession",
                object().put("identifier", identifier).put("password", password),
                "");
        keep(reply);
        return reply;
    }

    void keep(Reply reply) {
        access = reply.body().path("accessJwt").asText();
        refresh = reply.body().path("refreshJwt").asText();
        did = reply.body().path("did").asText();
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    Reply get(String method, Map<String, String> parameters) throws Exception {
        StringBuilder query = new StringBuilder();
        parameters.forEach((name, value) -> query.append(query.isEmpty() ? "?" : "&")
                .append(name)
                .append("=")
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return send(request(method + query, access).GET());
    }

    Reply post(String method, JsonNode body) throws Exception {
        return post(method, body, access);
    }

    Reply post(String method, JsonNode body, String token) throws Exception {
        return send(request(method, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
    }

    Reply postNothing(String method, String token) throws Exception {
        return send(request(method, token).POST(HttpRequest.BodyPublishers.noBody()));
    }

    Reply upload(byte[] content, String type) throws Exception {
        return send(request("com.atproto.repo.uploadBlob", access)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(content)));
    }

    private HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(service.resolve("/xrpc/" + path)).timeout(Duration.ofSeconds(20));
        return token.isEmpty() ? builder : builder.header("Authorization", "Bearer " + token);
    }

    private Reply send(HttpRequest.Builder request) throws Exception {
        HttpResponse<byte[]> raw = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        boolean json = raw.headers().firstValue("content-type").orElse("").startsWith("application/json");
        JsonNode body = json ? JSON.readTree(raw.body()) : object();
        return new Reply(raw.statusCode(), body, raw);
    }

    /** A post that answers another one. */
    ObjectNode answer(String rootUri, String rootCid, String parentUri, String parentCid, String text) {
        ObjectNode record = object().put("text", text).put("createdAt", "2026-03-01T10:00:00.000Z");
        ObjectNode reply = record.putObject("reply");
        reply.putObject("root").put("uri", rootUri).put("cid", rootCid);
        reply.putObject("parent").put("uri", parentUri).put("cid", parentCid);
        return record;
    }

    Reply create(String rkey, ObjectNode record) throws Exception {
        ObjectNode body = object().put("repo", did).put("collection", "app.bsky.feed.post");
        if (!rkey.isEmpty()) {
            body.put("rkey", rkey);
        }
        body.set("record", record);
        return post("com.atproto.repo.createRecord", body);
    }
}
