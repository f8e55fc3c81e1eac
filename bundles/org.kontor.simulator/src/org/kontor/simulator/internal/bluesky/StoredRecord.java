package org.kontor.simulator.internal.bluesky;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.kontor.simulator.internal.journal.Json;

/**
 * A record in somebody's repository.
 *
 * @param uri its address
 * @param cid identifier of its content
 * @param value its content; nobody changes it
 * @param indexedAt when the server took it
 */
public record StoredRecord(AtUri uri, String cid, ObjectNode value, Instant indexedAt) {

    /** The collection of posts. */
    public static final String POST = "app.bsky.feed.post";

    /** The collection of likes. */
    public static final String LIKE = "app.bsky.feed.like";

    /** The collection of reposts. */
    public static final String REPOST = "app.bsky.feed.repost";

    /** The collection of follows. */
    public static final String FOLLOW = "app.bsky.graph.follow";

    /** The collection of blocks. */
    public static final String BLOCK = "app.bsky.graph.block";

    /** The earlier of the time the author claims and the time the server took it; lists are sorted by it. */
    public Instant sortAt() {
        Instant claimed = createdAt();
        return (claimed.isBefore(indexedAt) ? claimed : indexedAt).truncatedTo(ChronoUnit.MILLIS);
    }

    /** The time that the author's device claims, or the time of taking when it claims none. */
    public Instant createdAt() {
        String text = Json.text(value, "createdAt");
        if (text == null) {
            return indexedAt;
        }
        Instant time = Times.parse(text);
        return time == null ? indexedAt : time;
    }

    /** The text of a post, empty for other records. */
    public String text() {
        String text = Json.text(value, "text");
        return text == null ? "" : text;
    }

    /** The uri at such a path of fields, or an empty text. */
    public String uriAt(String pointer) {
        return value.at(pointer).asText("");
    }
}
