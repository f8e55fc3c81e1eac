package org.kontor.channel.mail.internal.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A header value with parameters: Content-Type, Content-Disposition.
 *
 * @param value in lower case; empty where the header has none
 * @param parameters by name in lower case, decoded (RFC 2231, and the encoded words that many senders put there instead)
 */
public record Field(String value, Map<String, String> parameters) {
    private static final int MAX_PARAMETERS = 200;

    public Field {
        parameters = Map.copyOf(parameters);
    }

    /** Reads a header; null is an empty one. */
    public static Field parse(@Nullable String header) {
        if (header == null) {
            return new Field("", Map.of());
        }
        List<String> pieces = split(header);
        String value =
                pieces.isEmpty() ? "" : withoutComment(pieces.get(0)).strip().toLowerCase(Locale.ROOT);
        Map<String, String> raw = new LinkedHashMap<>();
        for (int i = 1; i < pieces.size() && i < MAX_PARAMETERS; i++) {
            String piece = pieces.get(i);
            int equals = piece.indexOf('=');
            if (equals > 0) {
                raw.putIfAbsent(
                        piece.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                        unquote(piece.substring(equals + 1).strip()));
            }
        }
        return new Field(value, joined(raw));
    }

    /** A parameter; null where there is none. */
    public @Nullable String parameter(String name) {
        return parameters.get(name);
    }

    /** A parameter, or {@code other} where there is none or it is blank. */
    public String parameter(String name, String other) {
        String found = parameters.get(name);
        return found == null || found.isBlank() ? other : found;
    }

    /** Whether the type before the slash is this one. */
    public boolean isType(String type) {
        return value.startsWith(type + "/");
    }

    private static List<String> split(String header) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            if (quoted && c == '\\' && i + 1 < header.length()) {
                piece.append(c).append(header.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
                piece.append(c);
            } else if (c == ';' && !quoted) {
                pieces.add(piece.toString());
                piece.setLength(0);
            } else {
                piece.append(c);
            }
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private static String withoutComment(String text) {
        int open = text.indexOf('(');
        return open > 0 ? text.substring(0, open) : text;
    }

    private static String unquote(String text) {
        if (!text.startsWith("\"")) {
            return withoutComment(text).strip();
        }
        StringBuilder out = new StringBuilder();
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                break;
            }
            boolean escape = c == '\\' && i + 1 < text.length() && "\\\"".indexOf(text.charAt(i + 1)) >= 0;
            out.append(escape ? text.charAt(++i) : c);
        }
        return out.toString();
    }

    /** RFC 2231: {@code name*0*=utf-8'de'a%20; name*1=b} becomes one {@code name}. */
    private static Map<String, String> joined(Map<String, String> raw) {
        Map<String, String> whole = new LinkedHashMap<>();
        Map<String, TreeMap<Integer, String>> parts = new LinkedHashMap<>();
        raw.forEach((name, value) -> {
            int star = name.indexOf('*');
            if (star < 0) {
                whole.put(name, EncodedWords.decode(value));
            } else {
                parts.computeIfAbsent(name.substring(0, star), n -> new TreeMap<>())
                        .put(section(name.substring(star + 1)), (name.endsWith("*") ? "%" : "-") + value);
            }
        });
        parts.forEach((name, sections) -> whole.put(name, extended(sections)));
        return whole;
    }

    private static int section(String suffix) {
        String digits = suffix.endsWith("*") ? suffix.substring(0, suffix.length() - 1) : suffix;
        return digits.matches("\\d{1,4}") ? Integer.parseInt(digits) : 0;
    }

    private static String extended(TreeMap<Integer, String> sections) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String charset = null;
        boolean first = true;
        for (String marked : sections.values()) {
            String value = marked.substring(1);
            boolean percent = marked.charAt(0) == '%';
            int one = value.indexOf('\'');
            int two = one < 0 ? -1 : value.indexOf('\'', one + 1);
            if (first && percent && two > 0) {
                charset = value.substring(0, one);
                value = value.substring(two + 1);
            }
            first = false;
            bytes.writeBytes(percent ? percent(value) : value.getBytes(StandardCharsets.UTF_8));
        }
        return Charsets.decode(bytes.toByteArray(), charset == null || charset.isBlank() ? null : charset);
    }

    private static byte[] percent(String value) {
        byte[] in = value.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
        for (int i = 0; i < in.length; i++) {
            int high = i + 2 < in.length ? Character.digit(in[i + 1] & 0xff, 16) : -1;
            int low = i + 2 < in.length ? Character.digit(in[i + 2] & 0xff, 16) : -1;
            if (in[i] == '%' && high >= 0 && low >= 0) {
                out.write(high << 4 | low);
                i += 2;
            } else {
                out.write(in[i]);
            }
        }
        return out.toByteArray();
    }
}
