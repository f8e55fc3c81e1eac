package org.kontor.channel.bluesky.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kontor.api.text.TextUnit;
import org.kontor.channel.http.Json;

/**
 * Links, mentions and hashtags in a text. They are kept beside the text as ranges of UTF-8 bytes ("facets", lexicon
 * app.bsky.richtext.facet); found as the network's own client finds them.
 */
final class RichText {
    private static final Pattern LINK = Pattern.compile("(?<=^|\\s|\\()https?://\\S+", Pattern.CASE_INSENSITIVE);
    private static final Pattern MENTION = Pattern.compile(
            "(?<=^|\\s|\\()@((?:[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\\.)+[a-zA-Z][a-zA-Z0-9-]*)");
    private static final Pattern TAG = Pattern.compile(
            "(?<=^|\\s)[#＃]((?!\\uFE0F)[^\\s\\u00AD\\u2060\\u200A-\\u200D\\u20E2]*[^\\d\\s\\p{IsPunctuation}\\u00AD\\u2060\\u200A-\\u200D\\u20E2]+"
                    + "[^\\s\\u00AD\\u2060\\u200A-\\u200D\\u20E2]*)");
    private static final Pattern CLOSING = Pattern.compile("[.,;:!?\"'»“”’]+$");
    private static final int LONGEST_TAG = 64;

    /** A stretch of the text, in chars. */
    private record Span(int from, int to, ObjectNode feature) {}

    private RichText() {}

    /** The handles that a text mentions, in lower case; they have to be resolved before {@link #facets}. */
    static Set<String> mentions(String text) {
        Set<String> handles = new TreeSet<>();
        Matcher matcher = MENTION.matcher(text);
        while (matcher.find()) {
            handles.add(matcher.group(1).toLowerCase(java.util.Locale.ROOT));
        }
        return handles;
    }

    /**
     * The facets of a text.
     *
     * @param dids of the mentioned handles; a handle that is not among them stays plain text
     */
    static ArrayNode facets(String text, Map<String, String> dids) {
        List<Span> spans = new ArrayList<>();
        Matcher link = LINK.matcher(text);
        while (link.find()) {
            String address = trimmed(link.group());
            spans.add(new Span(
                    link.start(),
                    link.start() + address.length(),
                    feature("link").put("uri", address)));
        }
        Matcher mention = MENTION.matcher(text);
        while (mention.find()) {
            String did = dids.get(mention.group(1).toLowerCase(java.util.Locale.ROOT));
            if (did != null) {
                spans.add(new Span(
                        mention.start(), mention.end(), feature("mention").put("did", did)));
            }
        }
        Matcher tag = TAG.matcher(text);
        while (tag.find()) {
            String name = CLOSING.matcher(tag.group(1)).replaceAll("");
            if (!name.isEmpty() && TextUnit.GRAPHEMES.count(name) <= LONGEST_TAG) {
                spans.add(new Span(
                        tag.start(),
                        tag.start() + 1 + name.length(),
                        feature("tag").put("tag", name)));
            }
        }
        spans.sort(Comparator.comparingInt(Span::from));
        ArrayNode facets = Json.array();
        int end = 0;
        for (Span span : spans) {
            if (span.from() >= end) {
                facets.add(facet(text, span));
                end = span.to();
            }
        }
        return facets;
    }

    private static ObjectNode facet(String text, Span span) {
        ObjectNode facet = Json.object();
        facet.set(
                "index",
                Json.object().put("byteStart", bytes(text, span.from())).put("byteEnd", bytes(text, span.to())));
        facet.set("features", Json.array().add(span.feature()));
        return facet;
    }

    private static ObjectNode feature(String kind) {
        return Json.object().put("$type", "app.bsky.richtext.facet#" + kind);
    }

    private static int bytes(String text, int chars) {
        return TextUnit.BYTES.count(text.substring(0, chars));
    }

    /** Takes away what belongs to the sentence: a full stop, a bracket that was not opened within the address. */
    private static String trimmed(String address) {
        String cut = CLOSING.matcher(address).replaceAll("");
        while (cut.endsWith(")")
                && cut.chars().filter(c -> c == '(').count()
                        < cut.chars().filter(c -> c == ')').count()) {
            cut = CLOSING.matcher(cut.substring(0, cut.length() - 1)).replaceAll("");
        }
        return cut;
    }

    /**
     * A text with its facets as HTML. Ranges that overlap, lie outside or cut a character are left away.
     *
     * @return null if there is nothing to mark
     */
    static @Nullable String html(String text, JsonNode facets) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        record Mark(int from, int to, String address) {}
        List<Mark> marks = new ArrayList<>();
        for (JsonNode facet : facets) {
            int from = facet.path("index").path("byteStart").asInt(-1);
            int to = facet.path("index").path("byteEnd").asInt(-1);
            String address = address(facet.path("features"));
            if (address != null && from >= 0 && from < to && whole(bytes, from) && whole(bytes, to)) {
                marks.add(new Mark(from, to, address));
            }
        }
        if (marks.isEmpty()) {
            return null;
        }
        marks.sort(Comparator.comparingInt(Mark::from));
        StringBuilder html = new StringBuilder();
        int at = 0;
        for (Mark mark : marks) {
            if (mark.from() >= at) {
                html.append(escaped(bytes, at, mark.from()));
                html.append("<a href=\"").append(escape(mark.address())).append("\">");
                html.append(escaped(bytes, mark.from(), mark.to())).append("</a>");
                at = mark.to();
            }
        }
        return html.append(escaped(bytes, at, bytes.length)).toString();
    }

    private static @Nullable String address(JsonNode features) {
        for (JsonNode feature : features) {
            String uri = Json.text(feature, "uri");
            if (uri != null && uri.matches("(?i)https?://\\S+")) {
                return uri;
            }
            String did = Json.text(feature, "did");
            if (did != null && did.matches("did:[A-Za-z0-9._:%-]+")) {
                return "https://bsky.app/profile/" + did;
            }
            String tag = Json.text(feature, "tag");
            if (tag != null && !tag.isBlank()) {
                return "https://bsky.app/hashtag/"
                        + java.net.URLEncoder.encode(tag, StandardCharsets.UTF_8)
                                .replace("+", "%20");
            }
        }
        return null;
    }

    /** Whether a byte offset lies within the text and at the beginning of a character. */
    private static boolean whole(byte[] bytes, int at) {
        return at == bytes.length || at < bytes.length && (bytes[at] & 0xC0) != 0x80;
    }

    private static String escaped(byte[] bytes, int from, int to) {
        return escape(new String(bytes, from, to - from, StandardCharsets.UTF_8))
                .replace("\n", "<br>");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
