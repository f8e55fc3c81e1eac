package org.kontor.channel.bluesky.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.kontor.channel.http.Json;

/**
 * A Bluesky network in this process: as much of PDS, AppView and directory as the connector uses, with the real servers'
 * answers (looked up on a PDS of 2026), and with faults where a test sets them.
 */
final class FakeNetwork implements AutoCloseable {
    /** Stands in for the ordinary answer of one method. */
    interface Fault {
        /** What happens instead; null for the ordinary answer. */
        @Nullable
        Answer instead(Call call, int number) throws IOException;
    }

    /** A request. */
    record Call(String method, Map<String, List<String>> parameters, byte[] body, String token) {
        String parameter(String name) {
            List<String> values = parameters.get(name);
            return values == null ? "" : values.get(0);
        }

        JsonNode input() throws IOException {
            return Json.read(body);
        }
    }

    /** What is answered. {@code cut}: the connection ends instead; {@code done}: after the request was carried out. */
    record Answer(int status, Map<String, String> headers, byte[] body, boolean cut, boolean done) {
        static Answer json(JsonNode json) {
            return new Answer(200, Map.of(), Json.write(json), false, false);
        }

        static Answer raw(int status, String body, Map<String, String> headers) {
            return new Answer(status, headers, body.getBytes(StandardCharsets.UTF_8), false, false);
        }

        static Answer error(int status, String error, String message) {
            return raw(status, "{\"error\":\"" + error + "\",\"message\":\"" + message + "\"}", Map.of());
        }

        static Answer cut(boolean done) {
            return new Answer(0, Map.of(), new byte[0], true, done);
        }
    }

    /** Somebody with an account. */
    record Member(String did, String handle, String password) {}

    private final HttpServer server;
    private final URI address;
    private final Map<String, Member> members = new HashMap<>();
    private final Map<String, String> sessions = new HashMap<>();
    private final Map<String, ObjectNode> records = new TreeMap<>();
    private final Map<String, byte[]> blobs = new HashMap<>();
    private final List<String> blocks = new ArrayList<>();
    private final Map<String, Fault> faults = new HashMap<>();
    private final Map<String, AtomicInteger> calls = new HashMap<>();
    private final AtomicInteger number = new AtomicInteger();
    /** The brand's notifications, newest first, as the AppView would list them. */
    final List<ObjectNode> notifications = new ArrayList<>();
    /** Whose notifications these are. */
    private String listening = "";

    FakeNetwork() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 50);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
        address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    URI address() {
        return address;
    }

    synchronized Member member(String handle, String password) {
        Member member =
                new Member("did:plc:" + "abcdefghijklmnop".substring(members.size()) + "2345678", handle, password);
        members.put(handle, member);
        if (listening.isEmpty()) {
            listening = member.did();
        }
        return member;
    }

    synchronized void fault(String method, Fault fault) {
        faults.put(method, fault);
    }

    synchronized int calls(String method) {
        AtomicInteger count = calls.get(method);
        return count == null ? 0 : count.get();
    }

    synchronized void expire(String token) {
        sessions.put("expired:" + token, "");
    }

    synchronized int posts(String did) {
        return (int) records.keySet().stream()
                .filter(k -> k.startsWith("at://" + did + "/" + AtUri.POST))
                .count();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Call call = read(exchange);
            Answer answer;
            synchronized (this) {
                int count = calls.computeIfAbsent(call.method(), m -> new AtomicInteger())
                        .incrementAndGet();
                Fault fault = faults.get(call.method());
                Answer instead = fault == null ? null : fault.instead(call, count);
                if (call.body().length == 0 && exchange.getRequestHeaders().containsKey("Content-Type")) {
                    instead = Answer.error(400, "InvalidRequest", "Unable to parse JSON body");
                }
                answer = instead == null ? answer(call) : instead;
                if (answer.done()) {
                    answer(call);
                }
            }
            if (!answer.cut()) {
                answer.headers().forEach(exchange.getResponseHeaders()::add);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
                exchange.getResponseBody().write(answer.body());
            }
        }
    }

    private static Call read(HttpExchange exchange) throws IOException {
        Map<String, List<String>> parameters = new HashMap<>();
        String query = exchange.getRequestURI().getRawQuery();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            String[] parts = pair.split("=", 2);
            parameters
                    .computeIfAbsent(parts[0], k -> new ArrayList<>())
                    .add(URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        String path = exchange.getRequestURI().getPath();
        return new Call(
                path.startsWith("/xrpc/") ? path.substring(6) : path,
                parameters,
                exchange.getRequestBody().readAllBytes(),
                authorization == null ? "" : authorization.replaceFirst("^Bearer ", ""));
    }

    private Answer answer(Call call) throws IOException {
        if (call.method().startsWith("/did:")) {
            return Answer.json(document(call.method().substring(1)));
        }
        return switch (call.method()) {
            case "com.atproto.server.describeServer" ->
                Answer.json(Json.object().put("did", "did:web:localhost"));
            case "com.atproto.server.createSession" -> createSession(call.input());
            case "com.atproto.identity.resolveHandle" -> resolve(call.parameter("handle"));
            case "com.atproto.repo.listRecords" -> list(call);
            case "com.atproto.repo.getRecord" -> get(call);
            case "com.atproto.sync.getBlob" -> blob(call);
            case "com.atproto.server.refreshSession" -> refresh(call);
            default -> signed(call);
        };
    }

    private Answer signed(Call call) throws IOException {
        if (sessions.containsKey("expired:" + call.token())) {
            return Answer.error(400, "ExpiredToken", "Token has expired");
        }
        String did = sessions.get("access:" + call.token());
        if (did == null) {
            return Answer.error(400, "InvalidToken", "Token could not be verified");
        }
        return switch (call.method()) {
            case "com.atproto.server.getSession" ->
                Answer.json(
                        Json.object().put("did", did).put("handle", handle(did)).put("active", true));
            case "com.atproto.repo.createRecord" -> create(call.input(), did);
            case "com.atproto.repo.deleteRecord" -> delete(call.input());
            case "com.atproto.repo.uploadBlob" -> upload(call);
            case "app.bsky.notification.listNotifications" -> notifications(call);
            case "app.bsky.feed.getPosts" -> posts(call, did);
            case "app.bsky.feed.getPostThread" -> thread(call, did);
            default -> Answer.error(501, "MethodNotImplemented", "Method Not Implemented");
        };
    }

    private Answer createSession(JsonNode input) {
        Member member = members.get(Json.textOr("", input, "identifier"));
        return member == null || !member.password().equals(Json.text(input, "password"))
                ? Answer.error(401, "AuthenticationRequired", "Invalid identifier or password")
                : Answer.json(session(member.did()));
    }

    private ObjectNode session(String did) {
        String id = "-" + number.incrementAndGet();
        sessions.put("access:access" + id, did);
        sessions.put("refresh:refresh" + id, did);
        ObjectNode session = Json.object()
                .put("did", did)
                .put("handle", handle(did))
                .put("accessJwt", "access" + id)
                .put("refreshJwt", "refresh" + id)
                .put("active", true);
        session.set("didDoc", document(did));
        return session;
    }

    private Answer refresh(Call call) {
        String did = sessions.remove("refresh:" + call.token());
        return did == null ? Answer.error(400, "ExpiredToken", "Token has been revoked") : Answer.json(session(did));
    }

    private ObjectNode document(String did) {
        ObjectNode service = Json.object().put("id", "#atproto_pds").put("serviceEndpoint", address.toString());
        ObjectNode document = Json.object().put("id", did);
        document.set("service", Json.array().add(service));
        return document;
    }

    private String handle(String did) {
        return members.values().stream()
                .filter(m -> m.did().equals(did))
                .map(Member::handle)
                .findFirst()
                .orElse("handle.invalid");
    }

    private Answer resolve(String handle) {
        Member member = members.get(handle);
        return member == null
                ? Answer.error(400, "InvalidRequest", "Unable to resolve handle")
                : Answer.json(Json.object().put("did", member.did()));
    }

    private Answer create(JsonNode input, String did) {
        String collection = Json.textOr("", input, "collection");
        String rkey = Json.textOr(Tid.of(Instant.now(), "" + number.incrementAndGet()), input, "rkey");
        String uri = "at://" + did + "/" + collection + "/" + rkey;
        if (records.containsKey(uri)) {
            return Answer.error(500, "InternalServerError", "Internal Server Error");
        }
        String cid = "bafyrei" + java.util.HexFormat.of().formatHex(Tid.sha256(input.toString()), 0, 16);
        ObjectNode record = Json.object().put("uri", uri).put("cid", cid);
        record.set("value", input.path("record"));
        records.put(uri, record);
        if (collection.equals("app.bsky.graph.block")) {
            blocks.add(did + " " + Json.textOr("", input, "record", "subject"));
        }
        String reason = reason(collection, input.path("record"), did);
        if (!reason.isEmpty()) {
            notify(record, did, reason, Instant.now());
        }
        return Answer.json(Json.object().put("uri", uri).put("cid", cid));
    }

    private String reason(String collection, JsonNode record, String did) {
        if (did.equals(listening)) {
            return "";
        }
        if (collection.equals("app.bsky.feed.like")) {
            return "like";
        }
        if (Json.textOr("", record, "reply", "parent", "uri").startsWith("at://" + listening)) {
            return "reply";
        }
        return record.path("facets").toString().contains(listening) ? "mention" : "";
    }

    /** Adds a notification in its place by time. */
    synchronized ObjectNode notify(ObjectNode record, String did, String reason, Instant at) {
        ObjectNode notification = Json.object()
                .put("uri", Json.textOr("", record, "uri"))
                .put("cid", Json.textOr("", record, "cid"))
                .put("reason", reason)
                .put("isRead", false)
                .put("indexedAt", at.truncatedTo(ChronoUnit.MILLIS).toString());
        notification.set("author", author(did));
        notification.set("record", record.path("value"));
        notifications.add(notification);
        notifications.sort((a, b) -> Json.textOr("", b, "indexedAt").compareTo(Json.textOr("", a, "indexedAt")));
        return notification;
    }

    private ObjectNode author(String did) {
        ObjectNode author =
                Json.object().put("did", did).put("handle", handle(did)).put("displayName", "Jemand");
        author.set("viewer", Json.object().put("muted", false).put("blockedBy", false));
        return author;
    }

    private Answer delete(JsonNode input) {
        records.remove("at://" + Json.textOr("", input, "repo") + "/" + Json.textOr("", input, "collection") + "/"
                + Json.textOr("", input, "rkey"));
        return Answer.json(Json.object());
    }

    private Answer upload(Call call) {
        String cid = "bafkrei"
                + java.util.HexFormat.of().formatHex(Tid.sha256(java.util.Arrays.toString(call.body())), 0, 16);
        blobs.put(cid, call.body());
        ObjectNode blob =
                Json.object().put("$type", "blob").put("mimeType", "image/png").put("size", call.body().length);
        blob.set("ref", Json.object().put("$link", cid));
        return Answer.json(Json.object().set("blob", blob));
    }

    private Answer blob(Call call) {
        byte[] blob = blobs.get(call.parameter("cid"));
        return blob == null
                ? Answer.error(400, "BlobNotFound", "Blob not found")
                : new Answer(200, Map.of(), blob, false, false);
    }

    /** A page of a list: the cursor is the number of entries to skip. */
    private static Answer page(List<? extends JsonNode> all, Call call, String field) {
        String cursor = call.parameter("cursor");
        int from = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
        int to = Math.min(all.size(), from + Integer.parseInt(call.parameter("limit")));
        ArrayNode page = Json.array();
        all.subList(Math.min(from, to), to).forEach(page::add);
        ObjectNode answer = Json.object();
        answer.set(field, page);
        if (to < all.size()) {
            answer.put("cursor", Integer.toString(to));
        }
        return Answer.json(answer);
    }

    private Answer notifications(Call call) {
        return page(notifications, call, "notifications");
    }

    private Answer list(Call call) {
        String prefix = "at://" + call.parameter("repo") + "/" + call.parameter("collection") + "/";
        List<ObjectNode> own = new ArrayList<>(records.entrySet().stream()
                .filter(e -> e.getKey().startsWith(prefix))
                .map(Map.Entry::getValue)
                .toList());
        return page(own.reversed(), call, "records");
    }

    private Answer get(Call call) {
        String uri =
                "at://" + call.parameter("repo") + "/" + call.parameter("collection") + "/" + call.parameter("rkey");
        ObjectNode record = records.get(uri);
        return record == null
                ? Answer.error(400, "RecordNotFound", "Could not locate record: " + uri)
                : Answer.json(record);
    }

    private boolean blocked(String one, String other) {
        return blocks.contains(one + " " + other) || blocks.contains(other + " " + one);
    }

    private Answer posts(Call call, String viewer) {
        ArrayNode posts = Json.array();
        for (String uri : call.parameters().getOrDefault("uris", List.of())) {
            String author = AtUri.parse(uri).map(AtUri::did).orElse("");
            if (records.containsKey(uri) && !blocked(author, viewer)) {
                posts.add(view(uri));
            }
        }
        return Answer.json(Json.object().set("posts", posts));
    }

    private ObjectNode view(String uri) {
        ObjectNode record = records.get(uri);
        ObjectNode view = Json.object().put("uri", uri).put("cid", Json.textOr("", record, "cid"));
        view.put("indexedAt", Json.textOr("", record, "value", "createdAt")).put("likeCount", number.incrementAndGet());
        view.set("record", record.path("value"));
        view.set("author", author(AtUri.parse(uri).orElseThrow().did()));
        return view;
    }

    private Answer thread(Call call, String viewer) {
        String uri = call.parameter("uri");
        if (!records.containsKey(uri)) {
            return Answer.error(400, "NotFound", "Post not found: " + uri);
        }
        return Answer.json(Json.object().set("thread", thread(uri, viewer)));
    }

    private ObjectNode thread(String uri, String viewer) {
        if (!records.containsKey(uri)) {
            return Json.object().put("uri", uri).put("notFound", true);
        }
        if (blocked(AtUri.parse(uri).orElseThrow().did(), viewer)) {
            return Json.object().put("uri", uri).put("blocked", true);
        }
        ObjectNode thread = Json.object();
        thread.set("post", view(uri));
        String parent = Json.text(records.get(uri), "value", "reply", "parent", "uri");
        if (parent != null) {
            thread.set("parent", thread(parent, viewer));
        }
        return thread;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
