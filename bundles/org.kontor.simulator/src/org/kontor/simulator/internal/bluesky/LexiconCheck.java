package org.kontor.simulator.internal.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks a value against a schema in the lexicon language, https://atproto.com/specs/lexicon. A reference to a schema that is
 * not among the loaded ones fits everything.
 */
final class LexiconCheck {

    private final Lexicons lexicons;
    private final String document;

    LexiconCheck(Lexicons lexicons, String document) {
        this.lexicons = lexicons;
        this.document = document;
    }

    /** What is wrong with the value, in words, or null when it fits. */
    @Nullable
    String check(JsonNode schema, JsonNode value, String path) {
        return switch (schema.path("type").asText()) {
            case "object", "params" -> object(schema, value, path);
            case "array" -> array(schema, value, path);
            case "string" -> string(schema, value, path);
            case "integer" -> integer(schema, value, path);
            case "boolean" -> value.isBoolean() ? null : path + " must be a boolean";
            case "ref" -> reference(schema.path("ref").asText(), value, path);
            case "union" -> union(schema, value, path);
            case "unknown" -> value.isObject() ? null : path + " must be an object";
            case "blob" -> blob(schema, value, path);
            case "cid-link" -> value.path("$link").isTextual() ? null : path + " must be a CID link";
            case "bytes" -> value.path("$bytes").isTextual() ? null : path + " must be bytes";
            default -> null;
        };
    }

    private @Nullable String object(JsonNode schema, JsonNode value, String path) {
        if (!value.isObject()) {
            return path + " must be an object";
        }
        for (JsonNode required : schema.path("required")) {
            if (!value.has(required.asText())) {
                return "Missing required key \"" + required.asText() + "\" at " + path;
            }
        }
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            JsonNode field = value.get(property.getKey());
            if (field == null || field.isNull() && nullable(schema, property.getKey())) {
                continue;
            }
            String wrong = check(property.getValue(), field, path + "." + property.getKey());
            if (wrong != null) {
                return wrong;
            }
        }
        return null;
    }

    private static boolean nullable(JsonNode schema, String name) {
        for (JsonNode nullable : schema.path("nullable")) {
            if (nullable.asText().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable String array(JsonNode schema, JsonNode value, String path) {
        if (!value.isArray()) {
            return path + " must be an array";
        }
        if (value.size() > schema.path("maxLength").asInt(Integer.MAX_VALUE)) {
            return path + " must not have more than " + schema.path("maxLength").asInt() + " elements";
        }
        if (value.size() < schema.path("minLength").asInt()) {
            return path + " must not have fewer than "
                    + schema.path("minLength").asInt() + " elements";
        }
        for (int i = 0; i < value.size(); i++) {
            String wrong = check(schema.path("items"), value.get(i), path + "[" + i + "]");
            if (wrong != null) {
                return wrong;
            }
        }
        return null;
    }

    private @Nullable String string(JsonNode schema, JsonNode value, String path) {
        if (!value.isTextual()) {
            return path + " must be a string";
        }
        String text = value.textValue();
        String format = schema.path("format").asText();
        if (!format.isEmpty() && !Formats.fits(format, text)) {
            return path + " must be a valid " + format;
        }
        if (schema.has("const") && !schema.get("const").asText().equals(text)) {
            return path + " must be " + schema.get("const").asText();
        }
        if (schema.has("enum") && !contains(schema.get("enum"), text)) {
            return path + " must be one of (" + String.join("|", texts(schema.get("enum"))) + ")";
        }
        return length(schema, text, path);
    }

    private static @Nullable String length(JsonNode schema, String text, String path) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > schema.path("maxLength").asInt(Integer.MAX_VALUE)) {
            return tooBig("string", schema.path("maxLength").asInt(), bytes, path);
        }
        if (bytes < schema.path("minLength").asInt()) {
            return path + " must not be shorter than "
                    + schema.path("minLength").asInt() + " characters";
        }
        if (schema.has("maxGraphemes")
                && graphemes(text) > schema.path("maxGraphemes").asInt()) {
            return tooBig("grapheme", schema.path("maxGraphemes").asInt(), graphemes(text), path);
        }
        return null;
    }

    private static String tooBig(String what, int maximum, int got, String path) {
        return what + " too big (maximum " + maximum + ", got " + got + ") at " + path;
    }

    /** The number of characters as a reader counts them. */
    static int graphemes(String text) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int count = 0;
        while (characters.next() != BreakIterator.DONE) {
            count++;
        }
        return count;
    }

    private static boolean contains(JsonNode array, String text) {
        return Arrays.asList(texts(array)).contains(text);
    }

    private static String[] texts(JsonNode array) {
        String[] texts = new String[array.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = array.get(i).asText();
        }
        return texts;
    }

    private static @Nullable String integer(JsonNode schema, JsonNode value, String path) {
        if (!value.isIntegralNumber()) {
            return path + " must be an integer";
        }
        if (schema.has("maximum") && value.longValue() > schema.path("maximum").asLong()) {
            return path + " can not be greater than " + schema.path("maximum").asLong();
        }
        if (schema.has("minimum") && value.longValue() < schema.path("minimum").asLong()) {
            return path + " can not be less than " + schema.path("minimum").asLong();
        }
        return null;
    }

    private @Nullable String reference(String reference, JsonNode value, String path) {
        String address = absolute(reference);
        JsonNode target = lexicons.find(address);
        if (target == null) {
            return null;
        }
        String owner = address.substring(0, (address + "#").indexOf('#'));
        JsonNode schema = target.path("type").asText().equals("record") ? target.path("record") : target;
        return new LexiconCheck(lexicons, owner).check(schema, value, path);
    }

    private String absolute(String reference) {
        return reference.startsWith("#") ? document + reference : reference;
    }

    private @Nullable String union(JsonNode schema, JsonNode value, String path) {
        String type = value.path("$type").asText();
        if (type.isEmpty()) {
            return path + " must be an object which includes the \"$type\" property";
        }
        for (JsonNode option : schema.path("refs")) {
            String address = absolute(option.asText());
            if (address.equals(type) || address.equals(type + "#main") || (address + "#main").equals(type)) {
                return reference(address, value, path);
            }
        }
        return schema.path("closed").asBoolean()
                ? path + " $type must be one of " + String.join(", ", texts(schema.path("refs")))
                : null;
    }

    private static @Nullable String blob(JsonNode schema, JsonNode value, String path) {
        boolean shaped = value.path("$type").asText().equals("blob")
                && value.path("ref").path("$link").isTextual()
                && value.path("mimeType").isTextual()
                && value.path("size").isIntegralNumber();
        if (!shaped) {
            return path + " should be a blob ref";
        }
        if (value.path("size").asLong() > schema.path("maxSize").asLong(Long.MAX_VALUE)) {
            return path + " is too large, at most " + schema.path("maxSize").asLong() + " bytes";
        }
        String mime = value.path("mimeType").asText();
        for (JsonNode accepted : schema.path("accept")) {
            String pattern = accepted.asText();
            boolean fits = pattern.equals("*/*")
                    || pattern.endsWith("/*") && mime.startsWith(pattern.substring(0, pattern.length() - 1))
                    || pattern.equals(mime);
            if (fits) {
                return null;
            }
        }
        return schema.has("accept") ? path + " must not be of type " + mime : null;
    }
}
