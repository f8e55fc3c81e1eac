package org.kontor.simulator.internal.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kontor.simulator.internal.journal.Json;

/**
 * What a method answers.
 *
 * @param contentType type of the body, empty when there is none
 * @param json body as JSON, or null when it is something else
 * @param body body as bytes
 * @param headers further headers
 */
record XrpcAnswer(String contentType, @Nullable JsonNode json, byte[] body, Map<String, String> headers) {

    private static final byte[] NOTHING = {};

    static XrpcAnswer of(JsonNode json) {
        return new XrpcAnswer("application/json; charset=utf-8", json, Json.bytes(json), Map.of());
    }

    static XrpcAnswer empty() {
        return new XrpcAnswer("", null, NOTHING, Map.of());
    }

    static XrpcAnswer file(String contentType, byte[] body, Map<String, String> headers) {
        return new XrpcAnswer(contentType, null, body, headers);
    }
}
