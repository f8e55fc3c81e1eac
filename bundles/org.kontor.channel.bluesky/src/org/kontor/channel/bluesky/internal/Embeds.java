package org.kontor.channel.bluesky.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.api.channel.AttachmentRef;
import org.kontor.channel.http.Json;

/**
 * What hangs on a post: pictures and films as attachments, link cards and quoted posts as addresses.
 *
 * @param attachments located by {@code did/cid}
 * @param links in order, without repeats
 */
record Embeds(List<AttachmentRef> attachments, List<Link> links) {
    /** A link card or a quoted post. */
    record Link(String address, String title) {}

    private static final Map<String, String> ENDINGS = Map.of(
            "image/jpeg", "jpg", "image/png", "png", "image/gif", "gif", "image/webp", "webp", "video/mp4", "mp4");

    Embeds {
        attachments = List.copyOf(attachments);
        links = List.copyOf(links);
    }

    /**
     * Reads a record's {@code embed}; what is unknown is left away.
     *
     * @param did whose repository holds the blobs
     */
    static Embeds of(JsonNode embed, String did) {
        List<AttachmentRef> attachments = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        read(embed, did, attachments, links);
        // A post with a quote and pictures nests the pictures.
        read(embed.path("media"), did, attachments, links);
        return new Embeds(attachments, links);
    }

    private static void read(JsonNode embed, String did, List<AttachmentRef> attachments, List<Link> links) {
        for (JsonNode image : embed.path("images")) {
            blob(image.path("image"), did, Json.text(image, "alt"), attachments);
        }
        if (embed.has("video")) {
            blob(embed.path("video"), did, Json.text(embed, "alt"), attachments);
        }
        String address = Json.text(embed, "external", "uri");
        if (address != null && address.matches("(?i)https?://\\S+")) {
            links.add(new Link(address, Json.textOr("", embed, "external", "title")));
        }
        // A plain quote holds uri and cid in "record"; a quote with media holds them one level deeper.
        quoted(Json.text(embed, "record", "uri"))
                .or(() -> quoted(Json.text(embed, "record", "record", "uri")))
                .ifPresent(links::add);
    }

    private static Optional<Link> quoted(@Nullable String uri) {
        Optional<AtUri> at = uri == null ? Optional.empty() : AtUri.parse(uri);
        return at.filter(AtUri::post).map(post -> new Link(permalink(post), ""));
    }

    /** Where a post can be read in a browser, by the author's DID, which never changes. */
    static String permalink(AtUri uri) {
        return "https://bsky.app/profile/" + uri.did() + "/post/" + uri.rkey();
    }

    private static void blob(JsonNode blob, String did, @Nullable String alt, List<AttachmentRef> attachments) {
        // Before 2023 a blob was written as {cid, mimeType}.
        String cid = Json.text(blob, "ref", "$link");
        String known = cid == null ? Json.text(blob, "cid") : cid;
        if (known == null || !known.matches("[A-Za-z0-9]{8,200}")) {
            return;
        }
        String type = Json.textOr("application/octet-stream", blob, "mimeType").toLowerCase(Locale.ROOT);
        String ending = ENDINGS.get(type);
        String kind = type.startsWith("video/") ? "video-" : "image-";
        JsonNode size = blob.path("size");
        attachments.add(new AttachmentRef(
                did + "/" + known,
                kind + (attachments.size() + 1) + (ending == null ? "" : "." + ending),
                type,
                size.isIntegralNumber() && size.canConvertToLong() && size.asLong() >= 0 ? size.asLong() : null,
                alt == null || alt.isBlank() ? null : alt));
    }
}
