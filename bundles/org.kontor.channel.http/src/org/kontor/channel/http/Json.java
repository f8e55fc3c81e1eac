package org.kontor.channel.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON as servers send it (fields missing, unknown or of another type are no error) and as we write it: canonical, keys
 * sorted, so that equal content gives equal bytes. Pure; safe for use by several threads.
 */
public final class Json {
    /** Something that is not JSON. The message names the place, never the content. */
    public static final class Broken extends IOException {
        private static final long serialVersionUID = 1L;

        Broken(String message) {
            super(message);
        }
    }

    // Trailing rubbish means that an answer was cut or glued together: better unreadable than half understood.
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /**
     * Reads a document.
     *
     * @throws Broken if it is not JSON, is empty, or is nested without reason
     */
    public static JsonNode read(byte[] bytes) throws Broken {
        try {
            JsonNode node = MAPPER.readTree(bytes);
            if (node == null || node.isMissingNode()) {
                throw new Broken("empty instead of JSON");
            }
            return node;
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw new Broken(
                    "not JSON" + (at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr()));
        } catch (Broken e) {
            throw e;
        } catch (IOException e) {
            throw new Broken("not JSON: not in UTF-8");
        }
    }

    /** Writes canonically: UTF-8, keys sorted, no spaces; half surrogate pairs become U+FFFD. */
    public static byte[] write(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(sorted(node));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree could not be written", e);
        }
    }

    /** An empty object. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** An empty array. */
    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /**
     * The text at a path of field names; numbers count as text.
     *
     * @return null where it is missing or something else; NUL and half surrogate pairs are replaced by U+FFFD
     */
    public static @Nullable String text(JsonNode node, String... path) {
        JsonNode at = at(node, path);
        return at.isTextual() || at.isNumber() ? clean(at.asText()) : null;
    }

    /** The text at a path, or {@code otherwise} where it is missing, something else, or blank. */
    public static String textOr(String otherwise, JsonNode node, String... path) {
        String text = text(node, path);
        return text == null || text.isBlank() ? otherwise : text;
    }

    /** The time at a path, in ISO 8601 with a zone; null where it is missing, absurd or cannot be read. */
    public static @Nullable Instant instant(JsonNode node, String... path) {
        JsonNode at = at(node, path);
        if (!at.isTextual()) {
            return null;
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(at.asText().trim());
            // Nobody writes before 1900 or after 9999, and databases and clocks overflow there.
            return time.getYear() < 1900 || time.getYear() > 9999 ? null : time.toInstant();
        } catch (DateTimeParseException e) {
            // As good as missing: what needs the time says so.
            return null;
        }
    }

    /** What stands at a path; a missing node where nothing does. */
    public static JsonNode at(JsonNode node, String... path) {
        JsonNode at = node;
        for (String name : path) {
            at = at.path(name);
        }
        return at;
    }

    /** Text that every store and every encoder takes: NUL and half surrogate pairs become U+FFFD. */
    public static String clean(String text) {
        StringBuilder mended = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                if (mended == null) {
                    mended = new StringBuilder(text);
                }
                mended.setCharAt(i, '\uFFFD');
            }
        }
        return mended == null ? text : mended.toString();
    }

    private static JsonNode sorted(JsonNode node) {
        if (node.isObject()) {
            Map<String, JsonNode> fields = new TreeMap<>();
            node.properties().forEach(e -> fields.put(clean(e.getKey()), sorted(e.getValue())));
            ObjectNode out = object();
            fields.forEach(out::set);
            return out;
        }
        if (node.isArray()) {
            ArrayNode out = array();
            node.forEach(e -> out.add(sorted(e)));
            return out;
        }
        return node.isTextual() ? JsonNodeFactory.instance.textNode(clean(node.asText())) : node;
    }
}
