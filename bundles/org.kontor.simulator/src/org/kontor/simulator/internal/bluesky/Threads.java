package org.kontor.simulator.internal.bluesky;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kontor.simulator.internal.journal.Json;

/** A post with what stands above and below it, as {@code app.bsky.feed.getPostThread} shows it. */
final class Threads {

    /** The AppView shows no more below a post than this, however large the asked depth. */
    private static final int DEEPEST = 50;

    private final Network network;
    private final Views views;

    Threads(Network network, Views views) {
        this.network = network;
        this.views = views;
    }

    /**
     * The thread around a post.
     *
     * @throws XrpcError NotFound when the post is not there
     */
    ObjectNode around(String uri, int depth, int parentHeight, String viewer) {
        StoredRecord post = network.get(uri);
        ObjectNode shown = post == null ? null : views.post(post, viewer);
        if (post == null || shown == null) {
            throw XrpcError.invalid("NotFound", "Post not found: " + uri);
        }
        if (blocked(post, viewer)) {
            return blockedPost(post);
        }
        ObjectNode view = threadView(shown);
        ObjectNode parent = parent(post, parentHeight, viewer);
        if (parent != null) {
            view.set("parent", parent);
        }
        ArrayNode replies = replies(uri, root(post), Math.min(depth, DEEPEST), viewer);
        if (replies != null) {
            view.set("replies", replies);
        }
        return view;
    }

    private static ObjectNode threadView(ObjectNode post) {
        ObjectNode view = Json.object().put("$type", "app.bsky.feed.defs#threadViewPost");
        view.set("post", post);
        view.set("threadContext", Json.object());
        return view;
    }

    private @Nullable ObjectNode parent(StoredRecord child, int height, String viewer) {
        String uri = child.uriAt("/reply/parent/uri");
        if (height < 1 || uri.isEmpty()) {
            return null;
        }
        StoredRecord post = network.get(uri);
        ObjectNode shown = post == null ? null : views.post(post, viewer);
        if (post == null || shown == null) {
            return Json.object()
                    .put("$type", "app.bsky.feed.defs#notFoundPost")
                    .put("uri", uri)
                    .put("notFound", true);
        }
        if (!root(post).equals(root(child))) {
            return null;
        }
        if (blocked(post, viewer)) {
            return blockedPost(post);
        }
        ObjectNode view = threadView(shown);
        ObjectNode above = parent(post, height - 1, viewer);
        if (above != null) {
            view.set("parent", above);
        }
        return view;
    }

    private @Nullable ArrayNode replies(String uri, String root, int depth, String viewer) {
        if (depth < 1) {
            return null;
        }
        ArrayNode replies = Json.array();
        List<String> below = network.replies(uri);
        for (String reply : below) {
            StoredRecord post = network.get(reply);
            ObjectNode shown = post == null ? null : views.post(post, viewer);
            if (post == null || shown == null || !root(post).equals(root)) {
                continue;
            }
            if (blocked(post, viewer)) {
                replies.add(blockedPost(post));
                continue;
            }
            ObjectNode view = threadView(shown);
            ArrayNode further = replies(reply, root, depth - 1, viewer);
            if (further != null) {
                view.set("replies", further);
            }
            replies.add(view);
        }
        return replies;
    }

    private boolean blocked(StoredRecord post, String viewer) {
        return network.blocked(post.uri().did(), viewer);
    }

    private static ObjectNode blockedPost(StoredRecord post) {
        ObjectNode view = Json.object()
                .put("$type", "app.bsky.feed.defs#blockedPost")
                .put("uri", post.uri().toString())
                .put("blocked", true);
        view.putObject("author").put("did", post.uri().did());
        return view;
    }

    private static String root(StoredRecord post) {
        String root = post.uriAt("/reply/root/uri");
        return root.isEmpty() ? post.uri().toString() : root;
    }
}
