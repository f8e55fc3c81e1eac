package org.kontor.channel.bluesky.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kontor.channel.http.Json;

/**
 * The newest entries of a list that were read already: short hashes of their ids, each with the key by which the list is
 * sorted. What is repeated by the platform is left away by it; what comes late, between known entries, is noticed.
 *
 * @param keys sort key by hash; an empty key where an entry has none
 */
record Seen(Map<String, String> keys) {
    /** Some pages, so that entries pushed to the end of a page are still known; and small enough for a cursor. */
    static final int MOST = 200;

    static final Seen NOTHING = new Seen(Map.of());

    Seen {
        keys = Map.copyOf(keys);
    }

    boolean has(String id) {
        return keys.containsKey(hash(id));
    }

    /** These and one more. */
    Seen and(String id, @Nullable String key) {
        Map<String, String> more = new HashMap<>(keys);
        more.put(hash(id), key == null ? "" : key);
        return new Seen(more);
    }

    /** These and those, the newest of them. */
    Seen and(Seen others) {
        Map<String, String> all = new HashMap<>(keys);
        all.putAll(others.keys);
        if (all.size() <= MOST) {
            return new Seen(all);
        }
        Map<String, String> newest = new HashMap<>();
        all.entrySet().stream()
                .sorted(Map.Entry.<String, String>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .forEach(e -> newest.put(e.getKey(), e.getValue()));
        return new Seen(newest);
    }

    /** The key below which entries may have been forgotten; empty while none was. */
    String floor() {
        return keys.size() < MOST
                ? ""
                : keys.values().stream().min(Comparator.naturalOrder()).orElse("");
    }

    /** The newest key; empty if there is none. */
    String newest() {
        return keys.values().stream().max(Comparator.naturalOrder()).orElse("");
    }

    ObjectNode json() {
        ObjectNode json = Json.object();
        keys.forEach(json::put);
        return json;
    }

    static Seen of(JsonNode json) {
        Map<String, String> keys = new HashMap<>();
        json.properties().forEach(e -> keys.put(e.getKey(), e.getValue().asText("")));
        return new Seen(keys);
    }

    private static String hash(String id) {
        byte[] bytes = Tid.sha256(id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(java.util.Arrays.copyOf(bytes, 8));
    }
}
