package org.kontor.channel.bluesky.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.kontor.channel.http.Json;

/** What a reply refers to: the thread's first post and the post that is answered. */
record ReplyTarget(Ref root, Ref parent) {
    /** A record in one certain content. */
    record Ref(String uri, String cid) {
        ObjectNode json() {
            return Json.object().put("uri", uri).put("cid", cid);
        }

        static Optional<Ref> of(JsonNode node) {
            String uri = Json.text(node, "uri");
            String cid = Json.text(node, "cid");
            return uri == null
                            || cid == null
                            || cid.isBlank()
                            || AtUri.parse(uri).isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Ref(uri, cid));
        }
    }

    ObjectNode json() {
        ObjectNode json = Json.object();
        json.set("root", root.json());
        json.set("parent", parent.json());
        return json;
    }

    String text() {
        return new String(Json.write(json()), StandardCharsets.UTF_8);
    }

    /** Reads what {@link #text} wrote, or the {@code reply} of a record; empty if it is neither. */
    static Optional<ReplyTarget> of(JsonNode node) {
        Optional<Ref> root = Ref.of(node.path("root"));
        Optional<Ref> parent = Ref.of(node.path("parent"));
        return root.isEmpty() || parent.isEmpty()
                ? Optional.empty()
                : Optional.of(new ReplyTarget(root.get(), parent.get()));
    }

    static Optional<ReplyTarget> parse(String text) {
        try {
            return of(Json.read(text.getBytes(StandardCharsets.UTF_8)));
        } catch (Json.Broken e) {
            return Optional.empty();
        }
    }
}
