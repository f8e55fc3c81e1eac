package org.kontor.channel.bluesky.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kontor.api.channel.AccountContext;
import org.kontor.api.channel.Author;
import org.kontor.api.channel.Direction;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Normalised;
import org.kontor.api.channel.Origin;
import org.kontor.api.channel.RawEvent;
import org.kontor.api.channel.ThreadRef;
import org.kontor.api.channel.Visibility;
import org.kontor.channel.http.Json;

/** Says what an event means. Pure. */
final class Normaliser {
    /** Someone wrote to the brand or about it. */
    private static final Set<String> INQUIRIES = Set.of("mention", "reply", "quote");
    /** How far an author's own clock is believed. */
    private static final Duration TRUSTED = Duration.ofDays(1);

    private Normaliser() {}

    static Normalised normalise(AccountContext account, RawEvent event) {
        JsonNode payload;
        try {
            payload = Json.read(event.payload());
        } catch (Json.Broken e) {
            return new Normalised.Unreadable(String.valueOf(e.getMessage()));
        }
        if (!payload.isObject()) {
            return new Normalised.Unreadable("not an object");
        }
        String uri = Json.text(payload, "uri");
        Optional<AtUri> at = uri == null ? Optional.empty() : AtUri.parse(uri);
        String reason = Json.text(payload, "reason");
        if (reason != null && !INQUIRIES.contains(reason)) {
            // Comes before all checks: a follower's record is no post, and nobody has to read it.
            return new Normalised.NotAnInquiry(reason.matches("[a-z0-9-]{1,40}") ? reason : "other");
        }
        if (at.isEmpty()) {
            return new Normalised.Unreadable("no address of a record");
        }
        if (Events.GONE.equals(Json.text(payload, "$type"))) {
            return new Normalised.Deleted(new ExternalId(at.get().toString()), null);
        }
        boolean own = payload.has("value");
        if (reason == null && !own && !payload.has("record")) {
            return new Normalised.Unreadable("neither a notification nor a post");
        }
        JsonNode record = own ? payload.path("value") : payload.path("record");
        if (!record.isObject() || !at.get().post()) {
            return new Normalised.Unreadable("no post in it");
        }
        if (own
                && event.origin() != Origin.CONTEXT
                && ReplyTarget.of(record.path("reply")).isEmpty()) {
            // The brand's own posts belong to a conversation only once someone answers; then context brings them.
            return new Normalised.NotAnInquiry("own-post");
        }
        return item(account, payload, at.get(), record, own);
    }

    private static Normalised item(AccountContext account, JsonNode payload, AtUri uri, JsonNode record, boolean own) {
        Instant published = published(payload, record, uri);
        if (published == null) {
            return new Normalised.Unreadable("no time in it");
        }
        Author author = own ? brand(account, uri) : author(payload.path("author"), uri);
        boolean outbound = own || uri.did().equals(Json.text(payload, Events.SELF));
        Embeds embeds = Embeds.of(record.path("embed"), uri.did());
        String text = Json.textOr("", record, "text");
        String cid = Json.text(payload, "cid");
        Optional<ReplyTarget> reply = ReplyTarget.of(record.path("reply"));
        return new Normalised.Item(
                new ExternalId(uri.toString()),
                cid == null || cid.isBlank() ? null : cid,
                outbound ? Direction.OUTBOUND : Direction.INBOUND,
                thread(record.path("reply")),
                author,
                null,
                withLinks(text, embeds),
                RichText.html(text, record.path("facets")),
                published,
                Visibility.PUBLIC,
                false,
                embeds.attachments(),
                permalink(author, uri),
                target(reply, uri, cid));
    }

    /** Addresses are enough to find the conversation; content ids are needed only for an answer. */
    private static ThreadRef thread(JsonNode reply) {
        Optional<AtUri> root = AtUri.parse(Json.textOr("", reply, "root", "uri"));
        Optional<AtUri> parent = AtUri.parse(Json.textOr("", reply, "parent", "uri"));
        return new ThreadRef(
                root.isPresent() ? new ExternalId(root.get().toString()) : null,
                parent.isPresent() ? List.of(new ExternalId(parent.get().toString())) : List.of());
    }

    private static @Nullable String target(Optional<ReplyTarget> reply, AtUri uri, @Nullable String cid) {
        if (cid == null || cid.isBlank()) {
            return null;
        }
        ReplyTarget.Ref self = new ReplyTarget.Ref(uri.toString(), cid);
        return new ReplyTarget(reply.map(ReplyTarget::root).orElse(self), self).text();
    }

    /**
     * The author's own time where it is plausible, else the server's. A post may claim any time; one that claims to be old
     * would pass for history and nobody would see it.
     */
    private static @Nullable Instant published(JsonNode payload, JsonNode record, AtUri uri) {
        Instant created = Json.instant(record, "createdAt");
        Instant indexed = Json.instant(payload, "indexedAt");
        if (indexed == null) {
            return created == null ? Tid.time(uri.rkey()).orElse(null) : created;
        }
        boolean plausible = created != null && !created.isAfter(indexed) && created.isAfter(indexed.minus(TRUSTED));
        return plausible ? created : indexed;
    }

    private static Author author(JsonNode author, AtUri uri) {
        String handle = handle(Json.text(author, "handle"));
        String avatar = Json.text(author, "avatar");
        return new Author(
                new ExternalId(uri.did()),
                handle.isEmpty() ? uri.did() : "@" + handle,
                Json.textOr("", author, "displayName").strip(),
                avatar != null && avatar.startsWith("https://") ? avatar : null);
    }

    /** Our own records come without their author. */
    private static Author brand(AccountContext account, AtUri uri) {
        String handle = BlueskySettings.handle(account);
        return new Author(
                new ExternalId(uri.did()),
                handle.isEmpty() ? uri.did() : "@" + handle,
                account.account().name(),
                null);
    }

    /** A handle that the network could not confirm is none. */
    private static String handle(@Nullable String handle) {
        return handle == null || !handle.matches("[A-Za-z0-9.-]{1,253}") || handle.equals("handle.invalid")
                ? ""
                : handle;
    }

    private static String permalink(Author author, AtUri uri) {
        return author.handle().startsWith("@")
                ? "https://bsky.app/profile/" + author.handle().substring(1) + "/post/" + uri.rkey()
                : Embeds.permalink(uri);
    }

    /** Link cards and quotes are no part of the text on the platform; an agent has to see them. */
    private static String withLinks(String text, Embeds embeds) {
        StringBuilder all = new StringBuilder(text);
        for (Embeds.Link link : embeds.links()) {
            if (!text.contains(link.address())) {
                all.append(all.isEmpty() ? "" : "\n").append("→ ");
                all.append(link.title().isBlank() ? "" : link.title().strip() + ": ")
                        .append(link.address());
            }
        }
        return all.toString();
    }
}
