package org.kontor.simulator.internal.bluesky;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.kontor.simulator.internal.journal.Json;

/** Methods about what people see: {@code app.bsky.notification}, {@code app.bsky.feed} and {@code app.bsky.actor}. */
final class AppMethods {

    /** Later than every notification: the start of the list. */
    private static final Duration AHEAD = Duration.ofDays(36_500);

    private final Network network;
    private final Views views;
    private final Threads threads;
    private final Clock clock;

    AppMethods(Network network, Views views, Clock clock) {
        this.network = network;
        this.views = views;
        this.clock = clock;
        threads = new Threads(network, views);
    }

    void register(Map<String, XrpcMethod> methods) {
        methods.put("app.bsky.notification.listNotifications", this::listNotifications);
        methods.put("app.bsky.notification.getUnreadCount", this::getUnreadCount);
        methods.put("app.bsky.notification.updateSeen", this::updateSeen);
        methods.put("app.bsky.feed.getPostThread", this::getPostThread);
        methods.put("app.bsky.feed.getPosts", this::getPosts);
        methods.put("app.bsky.feed.getAuthorFeed", this::getAuthorFeed);
        methods.put("app.bsky.feed.searchPosts", this::searchPosts);
        methods.put("app.bsky.actor.getProfile", this::getProfile);
        methods.put("app.bsky.actor.getProfiles", this::getProfiles);
    }

    private XrpcAnswer listNotifications(XrpcRequest request) {
        String viewer = request.caller();
        if (request.parameters().has("seenAt")) {
            throw XrpcError.invalidRequest("The seenAt parameter is unsupported");
        }
        int limit = request.number("limit", 50);
        Instant before = before(request);
        Set<String> reasons = Set.copyOf(request.values("reasons"));
        List<Notice> notices = network.notices(viewer, before, reasons, limit);
        Instant seen = network.seenAt(viewer);
        // as the AppView: without a known time all but the first are taken as read
        Instant effective = seen == null && !notices.isEmpty() ? notices.get(0).sortAt() : seen;
        String seenAt = effective == null ? "" : Times.iso(effective);
        ObjectNode body = Json.object();
        ArrayNode shown = body.putArray("notifications");
        for (Notice notice : notices) {
            ObjectNode view = views.notification(notice, seenAt);
            if (view != null && !blocked(viewer, notice)) {
                shown.add(view);
            }
        }
        if (!notices.isEmpty()) {
            body.put("cursor", Times.iso(notices.get(notices.size() - 1).sortAt()));
        }
        body.put("priority", false);
        if (!seenAt.isEmpty()) {
            body.put("seenAt", seenAt);
        }
        return XrpcAnswer.of(body);
    }

    private boolean blocked(String viewer, Notice notice) {
        return network.blocked(viewer, AtUri.parse(notice.uri()).did());
    }

    private Instant before(XrpcRequest request) {
        String cursor = request.parameter("cursor");
        if (cursor.isEmpty()) {
            return clock.instant().plus(AHEAD);
        }
        Instant time = Times.parse(cursor);
        if (time == null) {
            throw XrpcError.invalidRequest("Malformed cursor");
        }
        return time;
    }

    private XrpcAnswer getUnreadCount(XrpcRequest request) {
        String viewer = request.caller();
        Instant seen = network.seenAt(viewer);
        Instant end = clock.instant().plus(AHEAD);
        long count = network.notices(viewer, end, Set.of(), Integer.MAX_VALUE).stream()
                .filter(notice -> seen == null || !notice.sortAt().isBefore(seen))
                .count();
        return XrpcAnswer.of(Json.object().put("count", count));
    }

    private XrpcAnswer updateSeen(XrpcRequest request) {
        String viewer = request.caller();
        Instant at = Times.parse(Json.required(request.input(), "seenAt"));
        network.markSeen(viewer, at == null ? clock.instant() : at);
        return XrpcAnswer.empty();
    }

    private XrpcAnswer getPostThread(XrpcRequest request) {
        String viewer = request.caller();
        String uri = resolved(request.parameter("uri"));
        ObjectNode thread = threads.around(uri, request.number("depth", 6), request.number("parentHeight", 80), viewer);
        ObjectNode body = Json.object();
        body.set("thread", thread);
        return XrpcAnswer.of(body);
    }

    /** The address with a DID in place of a handle. */
    private String resolved(String uri) {
        AtUri parsed = AtUri.parse(uri);
        Actor actor = network.find(parsed.did());
        return actor == null ? uri : new AtUri(actor.did(), parsed.collection(), parsed.rkey()).toString();
    }

    private XrpcAnswer getPosts(XrpcRequest request) {
        String viewer = request.caller();
        ObjectNode body = Json.object();
        ArrayNode posts = body.putArray("posts");
        for (String uri : request.values("uris")) {
            StoredRecord post = network.get(resolved(uri));
            ObjectNode view = post == null ? null : views.post(post, viewer);
            if (view != null) {
                posts.add(view);
            }
        }
        return XrpcAnswer.of(body);
    }

    private XrpcAnswer getAuthorFeed(XrpcRequest request) {
        String viewer = request.caller();
        Actor author = network.find(request.parameter("actor"));
        if (author == null) {
            throw XrpcError.invalidRequest("Profile not found");
        }
        boolean withoutReplies = request.parameter("filter").equals("posts_no_replies");
        Predicate<StoredRecord> wanted =
                post -> !withoutReplies || post.uriAt("/reply/parent/uri").isEmpty();
        ObjectNode body = Json.object();
        ArrayNode feed = body.putArray("feed");
        page(request, network.postsOf(author.did()), wanted, body, post -> {
            ObjectNode view = views.post(post, viewer);
            if (view != null) {
                feed.addObject().set("post", view);
            }
        });
        return XrpcAnswer.of(body);
    }

    private void page(
            XrpcRequest request,
            Collection<StoredRecord> posts,
            Predicate<StoredRecord> wanted,
            ObjectNode body,
            Consumer<StoredRecord> show) {
        Instant before = before(request);
        List<StoredRecord> page = posts.stream()
                .filter(post -> post.sortAt().isBefore(before) && wanted.test(post))
                .limit(request.number("limit", 50))
                .toList();
        page.forEach(show);
        if (page.size() == request.number("limit", 50)) {
            body.put("cursor", Times.iso(page.get(page.size() - 1).sortAt()));
        }
    }

    private XrpcAnswer searchPosts(XrpcRequest request) {
        String viewer = request.caller();
        List<StoredRecord> all = network.posts();
        ObjectNode body = Json.object();
        ArrayNode posts = body.putArray("posts");
        page(request, all, matcher(request), body, post -> {
            ObjectNode view = views.post(post, viewer);
            if (view != null) {
                posts.add(view);
            }
        });
        return XrpcAnswer.of(body);
    }

    private Predicate<StoredRecord> matcher(XrpcRequest request) {
        String[] words = request.parameter("q").toLowerCase(Locale.ROOT).split("\\s+");
        Actor author = network.find(request.parameter("author"));
        Actor mentioned = network.find(request.parameter("mentions"));
        Instant since = Times.parse(request.parameter("since"));
        Instant until = Times.parse(request.parameter("until"));
        return post -> {
            String text = post.text().toLowerCase(Locale.ROOT);
            for (String word : words) {
                if (!word.equals("*") && !text.contains(word)) {
                    return false;
                }
            }
            return (request.parameter("author").isEmpty()
                            || author != null && post.uri().did().equals(author.did()))
                    && (request.parameter("mentions").isEmpty()
                            || mentioned != null
                                    && post.value().path("facets").toString().contains(mentioned.did()))
                    && (since == null || !post.sortAt().isBefore(since))
                    && (until == null || post.sortAt().isBefore(until));
        };
    }

    private XrpcAnswer getProfile(XrpcRequest request) {
        String viewer = request.caller();
        Actor actor = network.find(request.parameter("actor"));
        ObjectNode view = actor == null ? null : views.detailed(actor.did(), viewer);
        if (view == null) {
            throw XrpcError.invalidRequest("Profile not found");
        }
        return XrpcAnswer.of(view);
    }

    private XrpcAnswer getProfiles(XrpcRequest request) {
        String viewer = request.caller();
        ObjectNode body = Json.object();
        ArrayNode profiles = body.putArray("profiles");
        for (String name : request.values("actors")) {
            Actor actor = network.find(name);
            ObjectNode view = actor == null ? null : views.detailed(actor.did(), viewer);
            if (view != null) {
                profiles.add(view);
            }
        }
        return XrpcAnswer.of(body);
    }
}
