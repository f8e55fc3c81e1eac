package org.kontor.simulator.internal.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kontor.simulator.internal.journal.Json;

/** Methods about records and files: {@code com.atproto.repo} and {@code com.atproto.sync}. */
final class RepoMethods {

    private static final int LARGEST_BLOB = 52_428_800;

    private final Network network;
    private final Lexicons lexicons;
    private final Clock clock;

    RepoMethods(Network network, Lexicons lexicons, Clock clock) {
        this.network = network;
        this.lexicons = lexicons;
        this.clock = clock;
    }

    void register(Map<String, XrpcMethod> methods) {
        methods.put("com.atproto.repo.createRecord", this::createRecord);
        methods.put("com.atproto.repo.putRecord", this::putRecord);
        methods.put("com.atproto.repo.getRecord", this::getRecord);
        methods.put("com.atproto.repo.deleteRecord", this::deleteRecord);
        methods.put("com.atproto.repo.listRecords", this::listRecords);
        methods.put("com.atproto.repo.uploadBlob", this::uploadBlob);
        methods.put("com.atproto.sync.getBlob", this::getBlob);
    }

    private XrpcAnswer createRecord(XrpcRequest request) {
        String did = owner(request);
        Instant now = clock.instant();
        String rkey = Json.text(request.input(), "rkey");
        AtUri uri = new AtUri(did, collection(request), rkey == null ? network.nextKey(now) : rkey);
        ObjectNode record = record(request, uri);
        String status = validate(request, uri, record);
        return written(network.create(uri, record, now, null), status);
    }

    private XrpcAnswer putRecord(XrpcRequest request) {
        AtUri uri = new AtUri(owner(request), collection(request), Json.required(request.input(), "rkey"));
        ObjectNode record = record(request, uri);
        String status = validate(request, uri, record);
        JsonNode expected = request.input().get("swapRecord");
        if (expected != null) {
            StoredRecord there = network.get(uri.toString());
            String cid = there == null ? null : there.cid();
            if (!Objects.equals(cid, expected.isNull() ? null : expected.asText())) {
                throw XrpcError.invalid("InvalidSwap", "Record was at " + cid);
            }
        }
        return written(network.put(uri, record, clock.instant()), status);
    }

    private String owner(XrpcRequest request) {
        String caller = request.caller();
        Actor actor = network.find(Json.required(request.input(), "repo"));
        if (actor == null) {
            throw new XrpcError(403, "AccountNotFound", "Account not found");
        }
        if (!actor.did().equals(caller)) {
            throw XrpcError.authRequired("Authentication Required");
        }
        return caller;
    }

    private static String collection(XrpcRequest request) {
        return Json.required(request.input(), "collection");
    }

    private static ObjectNode record(XrpcRequest request, AtUri uri) {
        ObjectNode record = request.input().path("record").deepCopy();
        String type = Json.text(record, "$type");
        if (type != null && !type.equals(uri.collection())) {
            throw XrpcError.invalidRequest("Invalid $type: expected " + uri.collection() + ", got " + type);
        }
        if (!Formats.fits("record-key", uri.rkey())) {
            throw XrpcError.invalidRequest("Invalid record key: " + uri.rkey());
        }
        return record.put("$type", uri.collection());
    }

    private @Nullable String validate(XrpcRequest request, AtUri uri, ObjectNode record) {
        JsonNode wanted = request.input().path("validate");
        if (wanted.isBoolean() && !wanted.booleanValue()) {
            return null;
        }
        String status = lexicons.checkRecord(uri.collection(), uri.rkey(), record);
        if (wanted.asBoolean() && status.equals("unknown")) {
            throw XrpcError.invalidRequest("Unknown lexicon type: " + uri.collection());
        }
        return status;
    }

    private XrpcAnswer written(StoredRecord record, @Nullable String status) {
        ObjectNode body = Json.object().put("uri", record.uri().toString()).put("cid", record.cid());
        body.set("commit", commit(record.uri()));
        if (status != null) {
            body.put("validationStatus", status);
        }
        return XrpcAnswer.of(body);
    }

    /** A commit of the right shape; nobody follows the Merkle tree of the simulator. */
    private ObjectNode commit(AtUri uri) {
        String rev = network.nextKey(clock.instant());
        ObjectNode commit = Json.object().put("rev", rev);
        return commit.put(
                "cid", Cid.ofRecord(Json.object().put("did", uri.did()).put("rev", rev)));
    }

    private XrpcAnswer getRecord(XrpcRequest request) {
        Actor actor = network.find(request.parameter("repo"));
        if (actor == null) {
            throw XrpcError.invalidRequest("Could not locate record");
        }
        AtUri uri = new AtUri(actor.did(), request.parameter("collection"), request.parameter("rkey"));
        StoredRecord record = network.get(uri.toString());
        String cid = request.parameter("cid");
        if (record == null || !cid.isEmpty() && !cid.equals(record.cid())) {
            throw XrpcError.invalid("RecordNotFound", "Could not locate record: " + uri);
        }
        return XrpcAnswer.of(item(record));
    }

    private static ObjectNode item(StoredRecord record) {
        ObjectNode item = Json.object().put("uri", record.uri().toString()).put("cid", record.cid());
        item.set("value", record.value());
        return item;
    }

    private XrpcAnswer deleteRecord(XrpcRequest request) {
        AtUri uri = new AtUri(owner(request), collection(request), Json.required(request.input(), "rkey"));
        ObjectNode body = Json.object();
        if (network.delete(uri, null)) {
            body.set("commit", commit(uri));
        }
        return XrpcAnswer.of(body);
    }

    private XrpcAnswer listRecords(XrpcRequest request) {
        String repo = request.parameter("repo");
        Actor actor = network.find(repo);
        if (actor == null) {
            throw XrpcError.invalidRequest("Could not find repo: " + repo);
        }
        NavigableMap<String, StoredRecord> all = network.list(actor.did(), request.parameter("collection"));
        boolean reverse = request.parameters().path("reverse").asBoolean();
        String cursor = request.parameter("cursor");
        if (!cursor.isEmpty()) {
            all = reverse ? all.tailMap(cursor, false) : all.headMap(cursor, false);
        }
        NavigableMap<String, StoredRecord> rest = reverse ? all : all.descendingMap();
        ObjectNode body = Json.object();
        ArrayNode records = body.putArray("records");
        String last = null;
        for (Map.Entry<String, StoredRecord> entry : rest.entrySet()) {
            if (records.size() == request.number("limit", 50)) {
                break;
            }
            records.add(item(entry.getValue()));
            last = entry.getKey();
        }
        if (last != null) {
            body.put("cursor", last);
        }
        return XrpcAnswer.of(body);
    }

    private XrpcAnswer uploadBlob(XrpcRequest request) {
        String did = request.caller();
        if (request.body().length > LARGEST_BLOB) {
            throw new XrpcError(413, "PayloadTooLarge", "request entity too large");
        }
        if (request.contentType().isEmpty()) {
            throw XrpcError.invalidRequest("Request encoding (Content-Type) required but not provided");
        }
        String cid = network.upload(new Network.Blob(did, request.contentType(), request.body()));
        ObjectNode body = Json.object();
        ObjectNode blob = body.putObject("blob").put("$type", "blob");
        blob.putObject("ref").put("$link", cid);
        blob.put("mimeType", request.contentType()).put("size", request.body().length);
        return XrpcAnswer.of(body);
    }

    private XrpcAnswer getBlob(XrpcRequest request) {
        Network.Blob blob = network.blob(request.parameter("cid"));
        if (blob == null || !blob.did().equals(request.parameter("did"))) {
            throw XrpcError.invalidRequest("Blob not found");
        }
        return XrpcAnswer.file(
                blob.mimeType(),
                blob.content(),
                Map.of(
                        "x-content-type-options", "nosniff",
                        "content-disposition", "attachment; filename=\"" + request.parameter("cid") + "\"",
                        "content-security-policy", "default-src 'none'; sandbox"));
    }
}
