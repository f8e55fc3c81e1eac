package org.kontor.simulator.internal.world;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kontor.simulator.internal.bluesky.Actor;
import org.kontor.simulator.internal.bluesky.Network;
import org.kontor.simulator.internal.bluesky.StoredRecord;
import org.kontor.simulator.internal.bluesky.Times;
import org.kontor.simulator.internal.journal.Json;

/** Bluesky records as the app of the network writes them. */
final class Posts {

    private static final Pattern MENTION = Pattern.compile("(?<![\\w.])@([\\w-]+(?:\\.[\\w-]+)+)");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s)]+[^\\s).,!?]");
    private static final Pattern GERMAN = Pattern.compile(
            "[äöüßÄÖÜ]|\\b([Ii]ch|und|der|die|das|nicht|ist|bei|euch|ihr|wir|Danke|Vielen|Hallo|Moin)\\b");

    private final Network network;

    Posts(Network network) {
        this.network = network;
    }

    /** A post with facets for what it mentions and links to. */
    ObjectNode post(String text, Instant createdAt) {
        ObjectNode post = Json.object().put("$type", StoredRecord.POST).put("text", text);
        ArrayNode facets = Json.array();
        Matcher mention = MENTION.matcher(text);
        while (mention.find()) {
            Actor actor = network.find(mention.group(1));
            if (actor != null) {
                feature(facets, text, mention, "mention").put("did", actor.did());
            }
        }
        Matcher link = LINK.matcher(text);
        while (link.find()) {
            feature(facets, text, link, "link").put("uri", link.group());
        }
        if (!facets.isEmpty()) {
            post.set("facets", facets);
        }
        post.putArray("langs").add(language(text));
        return post.put("createdAt", Times.iso(createdAt));
    }

    /** The language of a text: {@code de} or {@code en}. */
    static String language(String text) {
        return GERMAN.matcher(text).find() ? "de" : "en";
    }

    private static ObjectNode feature(ArrayNode facets, String text, Matcher at, String kind) {
        ObjectNode facet = facets.addObject();
        facet.putObject("index")
                .put("byteStart", bytes(text.substring(0, at.start())))
                .put("byteEnd", bytes(text.substring(0, at.end())));
        return facet.putArray("features").addObject().put("$type", "app.bsky.richtext.facet#" + kind);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Makes a post the reply to another. */
    void reply(ObjectNode post, StoredRecord parent) {
        ObjectNode reply = post.putObject("reply");
        if (parent.value().path("reply").path("root").isObject()) {
            reply.set("root", parent.value().path("reply").path("root"));
        } else {
            reply.set("root", reference(parent));
        }
        reply.set("parent", reference(parent));
    }

    /** Makes a post quote another. */
    void quote(ObjectNode post, StoredRecord quoted) {
        post.putObject("embed").put("$type", "app.bsky.embed.record").set("record", reference(quoted));
    }

    /** Adds a picture to a post. */
    void picture(ObjectNode post, String did, byte[] png, String alt) {
        String cid = network.upload(new Network.Blob(did, "image/png", png));
        ObjectNode image = post.putObject("embed")
                .put("$type", "app.bsky.embed.images")
                .putArray("images")
                .addObject();
        ObjectNode blob = image.putObject("image").put("$type", "blob");
        blob.putObject("ref").put("$link", cid);
        blob.put("mimeType", "image/png").put("size", png.length);
        image.put("alt", alt);
        image.putObject("aspectRatio").put("width", Picture.WIDTH).put("height", Picture.HEIGHT);
    }

    private static ObjectNode reference(StoredRecord record) {
        return Json.object().put("uri", record.uri().toString()).put("cid", record.cid());
    }

    /** A like or repost of a post. */
    ObjectNode link(String collection, StoredRecord subject, Instant createdAt) {
        ObjectNode link = Json.object().put("$type", collection);
        link.set("subject", reference(subject));
        return link.put("createdAt", Times.iso(createdAt));
    }

    /** A follow or block of an account. */
    ObjectNode relation(String collection, String did, Instant createdAt) {
        return Json.object().put("$type", collection).put("subject", did).put("createdAt", Times.iso(createdAt));
    }

    /** The record with that address. */
    StoredRecord existing(@Nullable String uri) {
        StoredRecord record = uri == null ? null : network.get(uri);
        if (record == null) {
            throw new IllegalArgumentException("there is no record " + uri);
        }
        return record;
    }
}
