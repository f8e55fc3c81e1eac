package org.kontor.simulator.internal.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kontor.simulator.internal.journal.Json;

/**
 * The published schemas of the methods and records that the simulator serves, so that a request which the real servers would
 * refuse is refused here as well.
 */
public final class Lexicons {

    private final Map<String, JsonNode> definitions = new HashMap<>();

    /** Loads the schemas that come with the simulator. */
    public Lexicons() {
        try (InputStream in = Lexicons.class.getResourceAsStream("lexicons.json")) {
            if (in == null) {
                throw new IllegalStateException("lexicons.json is missing in the bundle");
            }
            for (JsonNode document : Json.parse(in.readAllBytes())) {
                String id = document.path("id").asText();
                document.path("defs")
                        .properties()
                        .forEach(def -> definitions.put(id + "#" + def.getKey(), def.getValue()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The definition with that address ({@code id} or {@code id#name}), or null when it is not among the loaded ones. */
    @Nullable
    JsonNode find(String reference) {
        return definitions.get(reference.contains("#") ? reference : reference + "#main");
    }

    /** Whether a method is a query, which is asked with GET. */
    boolean isQuery(String method) {
        JsonNode main = find(method);
        return main != null && main.path("type").asText().equals("query");
    }

    /**
     * The parameters of a request with the types and defaults of the method's schema.
     *
     * @throws XrpcError when one is missing or wrong
     */
    ObjectNode parameters(String method, Map<String, List<String>> given) {
        ObjectNode parameters = Json.object();
        JsonNode main = find(method);
        JsonNode schema = main == null ? Json.object() : main.path("parameters");
        schema.path("properties").properties().forEach(property -> {
            List<String> values = given.getOrDefault(property.getKey(), List.of());
            JsonNode type = property.getValue();
            if (!values.isEmpty()) {
                parameters.set(property.getKey(), typed(type, values));
            } else if (type.has("default")) {
                parameters.set(property.getKey(), type.get("default"));
            }
        });
        String wrong = new LexiconCheck(this, method).check(schema, parameters, "$");
        if (wrong != null) {
            throw XrpcError.invalidRequest(wrong);
        }
        return parameters;
    }

    private static JsonNode typed(JsonNode type, List<String> values) {
        if (type.path("type").asText().equals("array")) {
            ArrayNode array = Json.array();
            values.forEach(value -> array.add(typed(type.path("items"), List.of(value))));
            return array;
        }
        String text = values.get(0);
        ObjectNode holder = Json.object();
        switch (type.path("type").asText()) {
            case "integer" -> {
                try {
                    holder.put("v", Long.parseLong(text));
                } catch (NumberFormatException e) {
                    holder.put("v", text);
                }
            }
            case "boolean" -> holder.put("v", text.equals("true"));
            default -> holder.put("v", text);
        }
        return holder.path("v");
    }

    /**
     * Checks the body of a request.
     *
     * @throws XrpcError when it does not fit the method's schema
     */
    void checkInput(String method, JsonNode body) {
        JsonNode main = find(method);
        JsonNode schema = main == null ? Json.object() : main.path("input").path("schema");
        String wrong = new LexiconCheck(this, method).check(schema, body, "$");
        if (wrong != null) {
            throw XrpcError.invalidRequest(wrong);
        }
    }

    /** What is wrong with an answer of ours by the method's schema, or null. */
    public @Nullable String wrongInOutput(String method, JsonNode body) {
        JsonNode main = find(method);
        JsonNode schema = main == null ? Json.object() : main.path("output").path("schema");
        return new LexiconCheck(this, method).check(schema, body, "$");
    }

    /**
     * Checks a record before it is stored.
     *
     * @return {@code valid}, or {@code unknown} when its schema is not among the loaded ones
     * @throws XrpcError when the record or its key do not fit
     */
    String checkRecord(String collection, String rkey, JsonNode record) {
        JsonNode main = find(collection);
        if (main == null) {
            return "unknown";
        }
        String key = main.path("key").asText("any");
        boolean fits = key.startsWith("literal:")
                ? rkey.equals(key.substring("literal:".length()))
                : Formats.fits(key.equals("any") ? "record-key" : key, rkey);
        if (!fits) {
            throw XrpcError.invalidRequest("Invalid record key for " + collection + ": " + rkey);
        }
        String wrong = new LexiconCheck(this, collection).check(main.path("record"), record, "$.record");
        if (wrong != null) {
            throw XrpcError.invalidRequest("Invalid " + collection + " record: " + wrong);
        }
        return "valid";
    }
}
