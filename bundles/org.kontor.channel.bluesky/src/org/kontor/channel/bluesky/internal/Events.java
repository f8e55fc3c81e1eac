package org.kontor.channel.bluesky.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HexFormat;
import java.util.Set;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Origin;
import org.kontor.api.channel.RawEvent;
import org.kontor.channel.http.Json;

/**
 * Makes ledger events of what the platform showed. The payload is the platform's JSON in canonical form, less what changes
 * from one look to the next, so that the same thing seen twice gives the same bytes; and with the brand's own DID, so that
 * it can be understood alone.
 */
final class Events {
    static final String JSON = "application/json";
    /** The field that holds the brand's DID. */
    static final String SELF = "org.kontor.self";
    /** The type of our own note that a post is gone. */
    static final String GONE = "org.kontor.gone";

    private static final Set<String> PASSING = Set.of(
            "isRead",
            "viewer",
            "replyCount",
            "repostCount",
            "likeCount",
            "quoteCount",
            "bookmarkCount",
            "threadContext",
            "debug");

    private Events() {}

    /** An entry of {@code listNotifications}, whatever it holds. */
    static RawEvent notification(JsonNode item, String self, Origin origin) {
        String uri = Json.text(item, "uri");
        String id = uri == null || uri.isBlank() ? "notification:" + hash(item) : uri;
        return event(id + "#" + Json.textOr("unknown", item, "reason"), origin, item, self);
    }

    /** A post as a thread shows it. */
    static RawEvent post(JsonNode view, String self) {
        String uri = Json.text(view, "uri");
        String id = uri == null || uri.isBlank() ? "post:" + hash(view) : uri;
        return event(id + "#post", Origin.CONTEXT, view, self);
    }

    /** A record in the brand's own repository: {@code uri}, {@code cid}, {@code value}. */
    static RawEvent record(JsonNode record, String self, Origin origin) {
        String uri = Json.text(record, "uri");
        String id = uri == null || uri.isBlank() ? "record:" + hash(record) : uri;
        ObjectNode bare = Json.object();
        for (String field : new String[] {"uri", "cid", "value"}) {
            if (record.has(field)) {
                bare.set(field, record.get(field));
            }
        }
        return event(id + "#record", origin, record.isObject() ? bare : record, self);
    }

    /** A post that is not there any more. */
    static RawEvent gone(String uri, String self) {
        ObjectNode note = Json.object().put("$type", GONE).put("uri", uri);
        return event(uri + "#gone", Origin.RECONCILED, note, self);
    }

    private static RawEvent event(String id, Origin origin, JsonNode content, String self) {
        JsonNode payload = content;
        if (content instanceof ObjectNode object) {
            ObjectNode kept = object.deepCopy();
            kept.remove(PASSING);
            if (kept.get("author") instanceof ObjectNode author) {
                author.remove("viewer");
            }
            kept.put(SELF, self);
            payload = kept;
        }
        return new RawEvent(new ExternalId(Json.clean(id)), origin, JSON, Json.write(payload));
    }

    private static String hash(JsonNode node) {
        return HexFormat.of().formatHex(Tid.sha256(node.toString()), 0, 16);
    }
}
