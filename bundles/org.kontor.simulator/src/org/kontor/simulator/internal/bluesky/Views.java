package org.kontor.simulator.internal.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.kontor.simulator.internal.journal.Json;

/** Accounts and posts as the AppView shows them. */
final class Views {

    private final Network network;
    private final URI service;

    Views(Network network, URI service) {
        this.network = network;
        this.service = service;
    }

    /** An account in short; null when it does not exist. */
    @Nullable
    ObjectNode basic(String did, String viewer) {
        Actor actor = network.find(did);
        if (actor == null) {
            return null;
        }
        ObjectNode view = Json.object();
        view.put("did", actor.did()).put("handle", actor.handle()).put("displayName", actor.displayName());
        view.set("associated", Json.object());
        view.set("viewer", viewer(actor, viewer));
        view.set("labels", Json.array());
        view.put("createdAt", Times.iso(actor.createdAt()));
        return view;
    }

    private ObjectNode viewer(Actor actor, String viewer) {
        ObjectNode view = Json.object().put("muted", false).put("blockedBy", false);
        String following = network.follow(viewer, actor.did());
        if (following != null) {
            view.put("following", following);
        }
        String followedBy = network.follow(actor.did(), viewer);
        if (followedBy != null) {
            view.put("followedBy", followedBy);
        }
        return view;
    }

    /** An account with its words about itself. */
    @Nullable
    ObjectNode profile(String did, String viewer) {
        Actor actor = network.find(did);
        ObjectNode view = basic(did, viewer);
        if (actor == null || view == null) {
            return null;
        }
        view.put("description", actor.description());
        view.put("indexedAt", Times.iso(actor.createdAt()));
        return view;
    }

    /** An account with its counts. */
    @Nullable
    ObjectNode detailed(String did, String viewer) {
        ObjectNode view = profile(did, viewer);
        if (view == null) {
            return null;
        }
        String known = view.path("did").asText();
        view.put("followersCount", count(StoredRecord.FOLLOW, known));
        view.put("followsCount", network.list(known, StoredRecord.FOLLOW).size());
        view.put("postsCount", network.postsOf(known).size());
        return view;
    }

    /** A post with its author and counts; null when the author is gone. */
    @Nullable
    ObjectNode post(StoredRecord post, String viewer) {
        ObjectNode author = basic(post.uri().did(), viewer);
        if (author == null) {
            return null;
        }
        String uri = post.uri().toString();
        ObjectNode view = Json.object().put("uri", uri).put("cid", post.cid());
        view.set("author", author);
        view.set("record", post.value());
        ObjectNode embed = embed(post, viewer);
        if (embed != null) {
            view.set("embed", embed);
        }
        view.put("bookmarkCount", 0);
        view.put("replyCount", network.replies(uri).size());
        view.put("repostCount", count(StoredRecord.REPOST, uri));
        view.put("likeCount", count(StoredRecord.LIKE, uri));
        view.put("quoteCount", count("quote", uri));
        view.put("indexedAt", Times.iso(post.indexedAt()));
        view.set("viewer", Json.object().put("threadMuted", false).put("embeddingDisabled", false));
        view.set("labels", Json.array());
        return view;
    }

    private int count(String collection, String uri) {
        return network.count(collection, uri);
    }

    private @Nullable ObjectNode embed(StoredRecord post, String viewer) {
        JsonNode embed = post.value().path("embed");
        return switch (embed.path("$type").asText()) {
            case "app.bsky.embed.images" -> images(post.uri().did(), embed);
            case "app.bsky.embed.record" -> quote(Index.quoted(post), viewer);
            default -> null;
        };
    }

    private ObjectNode images(String did, JsonNode embed) {
        ObjectNode view = Json.object().put("$type", "app.bsky.embed.images#view");
        ArrayNode images = view.putArray("images");
        for (JsonNode image : embed.path("images")) {
            String cid = image.path("image").path("ref").path("$link").asText();
            String address = service + "/xrpc/com.atproto.sync.getBlob?did="
                    + URLEncoder.encode(did, StandardCharsets.UTF_8) + "&cid=" + cid;
            ObjectNode shown = images.addObject().put("thumb", address).put("fullsize", address);
            shown.put("alt", image.path("alt").asText());
            if (image.has("aspectRatio")) {
                shown.set("aspectRatio", image.get("aspectRatio"));
            }
        }
        return view;
    }

    private ObjectNode quote(String uri, String viewer) {
        ObjectNode view = Json.object().put("$type", "app.bsky.embed.record#view");
        StoredRecord quoted = network.get(uri);
        ObjectNode author = quoted == null ? null : basic(quoted.uri().did(), viewer);
        if (quoted == null || author == null) {
            view.putObject("record")
                    .put("$type", "app.bsky.embed.record#viewNotFound")
                    .put("uri", uri)
                    .put("notFound", true);
            return view;
        }
        ObjectNode record = view.putObject("record")
                .put("$type", "app.bsky.embed.record#viewRecord")
                .put("uri", uri)
                .put("cid", quoted.cid());
        record.set("author", author);
        record.set("value", quoted.value());
        record.set("labels", Json.array());
        record.put("indexedAt", Times.iso(quoted.indexedAt()));
        return view;
    }

    /** A notification; null when its record or author is gone. */
    @Nullable
    ObjectNode notification(Notice notice, String seenAt) {
        StoredRecord record = network.get(notice.uri());
        ObjectNode author = record == null ? null : profile(record.uri().did(), notice.recipient());
        if (record == null || author == null) {
            return null;
        }
        String indexedAt = Times.iso(notice.sortAt());
        ObjectNode view = Json.object().put("uri", notice.uri()).put("cid", record.cid());
        view.set("author", author);
        view.put("reason", notice.reason());
        if (!notice.subject().isEmpty()) {
            view.put("reasonSubject", notice.subject());
        }
        view.set("record", record.value());
        view.put("isRead", seenAt.compareTo(indexedAt) > 0);
        view.put("indexedAt", indexedAt);
        view.set("labels", Json.array());
        return view;
    }
}
