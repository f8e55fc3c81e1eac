package org.kontor.channel.bluesky.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.kontor.api.channel.Attempt;
import org.kontor.api.channel.Capabilities.AttachmentRule;
import org.kontor.api.channel.Fault;
import org.kontor.api.channel.FaultKind;
import org.kontor.api.channel.Outgoing;
import org.kontor.api.channel.OutgoingAttachment;
import org.kontor.api.channel.ReplyMode;
import org.kontor.api.channel.TextLimit;
import org.kontor.api.text.TextUnit;
import org.kontor.channel.http.Json;

/** Posts as we write them. Pure. */
final class Posts {
    /** Lexicon app.bsky.feed.post: both limits hold at once. */
    static final List<TextLimit> LIMITS =
            List.of(new TextLimit(TextUnit.GRAPHEMES, 300), new TextLimit(TextUnit.BYTES, 3_000));
    /** Lexicon app.bsky.embed.images: four pictures, 2,000,000 bytes each. */
    static final AttachmentRule PICTURES =
            new AttachmentRule(4, 2_000_000, Set.of("image/jpeg", "image/png", "image/webp", "image/gif"));

    private Posts() {}

    /** What is wrong with a reply before anything is sent; empty if nothing is. */
    static Optional<Fault> complaint(Outgoing reply) {
        if (reply.mode() != ReplyMode.PUBLIC) {
            return wrong("only public replies can be sent");
        }
        if (ReplyTarget.parse(reply.replyTarget()).isEmpty()) {
            return wrong("it is not known which post is answered");
        }
        if (reply.text().isBlank() && reply.attachments().isEmpty()) {
            return wrong("the reply is empty");
        }
        for (TextLimit limit : LIMITS) {
            if (limit.left(reply.text()) < 0) {
                return wrong("the text has " + limit.unit().count(reply.text()) + " "
                        + limit.unit().name().toLowerCase(java.util.Locale.ROOT) + ", " + limit.max() + " are allowed");
            }
        }
        if (reply.attachments().size() > PICTURES.maxCount()) {
            return wrong("more than " + PICTURES.maxCount() + " pictures");
        }
        for (OutgoingAttachment attachment : reply.attachments()) {
            if (!PICTURES.takes(attachment.mediaType())) {
                return wrong("only pictures can be attached, not " + attachment.mediaType());
            }
            if (attachment.content().length > PICTURES.maxBytes()) {
                return wrong("a picture has " + attachment.content().length + " bytes, " + PICTURES.maxBytes()
                        + " are allowed");
            }
        }
        return Optional.empty();
    }

    private static Optional<Fault> wrong(String detail) {
        return Optional.of(Fault.of(FaultKind.PERMANENT, detail));
    }

    /**
     * The record of a reply. The same attempt gives the same record over every retry.
     *
     * @param dids of the mentioned handles
     * @param blobs of the attachments, as the server gave them, in order
     */
    static ObjectNode record(
            Attempt attempt,
            ReplyTarget target,
            Map<String, String> dids,
            List<JsonNode> blobs,
            List<String> languages) {
        Outgoing reply = attempt.reply();
        ObjectNode record = Json.object()
                .put("$type", AtUri.POST)
                .put("text", reply.text())
                .put("createdAt", created(attempt.queuedAt()));
        record.set("reply", target.json());
        ArrayNode facets = RichText.facets(reply.text(), dids);
        if (!facets.isEmpty()) {
            record.set("facets", facets);
        }
        if (!languages.isEmpty()) {
            ArrayNode codes = Json.array();
            languages.forEach(codes::add);
            record.set("langs", codes);
        }
        if (!blobs.isEmpty()) {
            record.set("embed", images(reply.attachments(), blobs));
        }
        return record;
    }

    private static String created(Instant at) {
        Instant millis = at.truncatedTo(ChronoUnit.MILLIS);
        String text = millis.toString();
        // Instant leaves out a fraction of zero; the network's own clients write it.
        return text.indexOf('.') < 0 ? text.replace("Z", ".000Z") : text;
    }

    private static ObjectNode images(List<OutgoingAttachment> attachments, List<JsonNode> blobs) {
        ArrayNode images = Json.array();
        for (int i = 0; i < blobs.size(); i++) {
            OutgoingAttachment attachment = attachments.get(i);
            ObjectNode image = Json.object().put("alt", attachment.description());
            image.set("image", blobs.get(i));
            size(attachment.content()).ifPresent(size -> image.set("aspectRatio", size));
            images.add(image);
        }
        ObjectNode embed = Json.object().put("$type", "app.bsky.embed.images");
        embed.set("images", images);
        return embed;
    }

    /** Width and height, so that a picture is not cropped to a square; empty for a format that Java does not read. */
    private static Optional<ObjectNode> size(byte[] picture) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(picture))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return Optional.of(
                        Json.object().put("width", reader.getWidth(0)).put("height", reader.getHeight(0)));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // Readers throw all sorts of things at a damaged picture. The server judges it; the ratio is only a help.
            return Optional.empty();
        }
    }

    /** Whether a record that stands under our key is the reply we meant to send. */
    static boolean same(JsonNode record, Outgoing reply) {
        String text = Json.text(record, "text");
        Optional<ReplyTarget> target = ReplyTarget.of(record.path("reply"));
        return reply.text().equals(text) && target.isPresent() && target.equals(ReplyTarget.parse(reply.replyTarget()));
    }
}
