package org.kontor.channel.bluesky.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.kontor.api.channel.Cursor;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Fault;
import org.kontor.api.channel.FaultKind;
import org.kontor.api.channel.RawEvent;
import org.kontor.api.channel.Received;
import org.kontor.channel.http.HttpCall.Urgency;
import org.kontor.channel.http.Json;

/** Looks at single posts: what stands above one, whether one is still there, whether one may be answered. */
final class Looking implements Sending.Posters {
    /** {@code getPosts} takes 25 addresses. */
    static final int BATCH = 25;

    private static final String THREAD = "app.bsky.feed.getPostThread";
    private static final String PARENTS = "80";

    private final Api api;

    /** What a look at one post showed. */
    private sealed interface Shown {
        record There(JsonNode thread) implements Shown {}

        record Gone() implements Shown {}

        /** One of the two has blocked the other. */
        record Blocked() implements Shown {}

        record Failed(Fault fault) implements Shown {}
    }

    Looking(Api api) {
        this.api = api;
    }

    /** The posts above one, oldest first. Parents that are gone or blocked end the chain: there is nothing to show. */
    Received context(ExternalId message, IProgressMonitor monitor) {
        SignIn.Outcome session = api.session(monitor);
        if (!(session instanceof SignIn.Outcome.In in)) {
            return new Received.Failed(SignIn.fault(session));
        }
        if (AtUri.parse(message.value()).isEmpty()) {
            return new Received.Page(List.of(), Cursor.START, false);
        }
        return switch (look(message.value(), PARENTS, Urgency.INTERACTIVE, monitor)) {
            case Shown.Failed failed -> new Received.Failed(failed.fault());
            case Shown.Gone gone -> new Received.Page(List.of(), Cursor.START, false);
            case Shown.Blocked blocked -> new Received.Page(List.of(), Cursor.START, false);
            case Shown.There there ->
                new Received.Page(above(there.thread(), in.tokens().did()), Cursor.START, false);
        };
    }

    private static List<RawEvent> above(JsonNode thread, String self) {
        List<RawEvent> events = new ArrayList<>();
        JsonNode at = thread.path("parent");
        while (at.path("post").isObject()) {
            events.add(0, Events.post(at.path("post"), self));
            at = at.path("parent");
        }
        return events;
    }

    /** One event for each post that is gone. */
    Received missing(List<ExternalId> known, IProgressMonitor monitor) {
        SignIn.Outcome session = api.session(monitor);
        if (!(session instanceof SignIn.Outcome.In in)) {
            return new Received.Failed(SignIn.fault(session));
        }
        String self = in.tokens().did();
        List<AtUri> posts = known.stream()
                .map(id -> AtUri.parse(id.value()))
                .flatMap(Optional::stream)
                .filter(AtUri::post)
                .limit(BATCH)
                .toList();
        List<String> others = posts.stream()
                .filter(p -> !p.did().equals(self))
                .map(AtUri::toString)
                .toList();
        Set<String> there = new HashSet<>();
        if (!others.isEmpty()) {
            Reply reply = api.query("app.bsky.feed.getPosts", Map.of("uris", others), Urgency.POLL, monitor);
            if (!(reply instanceof Reply.Ok ok) || !ok.json().path("posts").isArray()) {
                return new Received.Failed(
                        reply instanceof Reply.Ok
                                ? Fault.of(FaultKind.PROTOCOL, "getPosts answered without posts")
                                : Reply.fault(reply));
            }
            ok.json().path("posts").forEach(post -> there.add(Json.textOr("", post, "uri")));
        }
        List<RawEvent> events = new ArrayList<>();
        for (AtUri post : posts) {
            if (!there.contains(post.toString())) {
                // Blocked authors are left out of the answer too, so an absence alone proves nothing.
                Shown shown = post.did().equals(self)
                        ? own(post, monitor)
                        : look(post.toString(), "0", Urgency.POLL, monitor);
                if (shown instanceof Shown.Failed failed) {
                    return new Received.Failed(failed.fault());
                }
                if (shown instanceof Shown.Gone) {
                    events.add(Events.gone(post.toString(), self));
                }
            }
        }
        return new Received.Page(events, Cursor.START, false);
    }

    @Override
    public Optional<Fault> complaint(String uri, IProgressMonitor monitor) {
        return switch (look(uri, "0", Urgency.REPLY, monitor)) {
            case Shown.Failed failed -> Optional.of(failed.fault());
            case Shown.Gone gone -> Optional.of(Fault.of(FaultKind.PERMANENT, "the post that is answered was deleted"));
            case Shown.Blocked blocked ->
                Optional.of(Fault.of(
                        FaultKind.PERMISSION, "this account and the author have blocked each other or one the other"));
            case Shown.There there -> {
                JsonNode post = there.thread().path("post");
                JsonNode author = post.path("author").path("viewer");
                if (author.path("blockedBy").asBoolean(false) || author.has("blocking")) {
                    yield Optional.of(Fault.of(FaultKind.PERMISSION, "one of the two has blocked the other"));
                }
                yield post.path("viewer").path("replyDisabled").asBoolean(false)
                        ? Optional.of(Fault.of(FaultKind.PERMISSION, "the author has restricted who may reply"))
                        : Optional.empty();
            }
        };
    }

    private Shown look(String uri, String parents, Urgency urgency, IProgressMonitor monitor) {
        Map<String, List<String>> parameters =
                Map.of("uri", List.of(uri), "depth", List.of("0"), "parentHeight", List.of(parents));
        Reply reply = api.query(THREAD, parameters, urgency, monitor);
        if (reply instanceof Reply.Refused refused && refused.error().equals("NotFound")) {
            return new Shown.Gone();
        }
        if (!(reply instanceof Reply.Ok ok)) {
            return new Shown.Failed(Reply.fault(reply));
        }
        JsonNode thread = ok.json().path("thread");
        if (thread.path("notFound").asBoolean(false)) {
            return new Shown.Gone();
        }
        if (thread.path("blocked").asBoolean(false)) {
            return new Shown.Blocked();
        }
        return thread.path("post").isObject()
                ? new Shown.There(thread)
                : new Shown.Failed(Fault.of(FaultKind.PROTOCOL, "getPostThread answered without a post"));
    }

    /** Our own posts are looked for where they are kept: the AppView shows a new one only after a while. */
    private Shown own(AtUri post, IProgressMonitor monitor) {
        Map<String, List<String>> parameters = Map.of(
                "repo", List.of(post.did()),
                "collection", List.of(post.collection()),
                "rkey", List.of(post.rkey()));
        Reply reply = api.query("com.atproto.repo.getRecord", parameters, Urgency.POLL, monitor);
        return switch (reply) {
            case Reply.Ok ok -> new Shown.There(ok.json());
            case Reply.Refused refused when refused.error().equals("RecordNotFound") -> new Shown.Gone();
            case Reply.Refused refused -> new Shown.Failed(refused.fault());
            case Reply.NotSent not -> new Shown.Failed(not.fault());
            case Reply.Unknown unknown -> new Shown.Failed(unknown.fault());
        };
    }
}
