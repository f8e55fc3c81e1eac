package org.kontor.channel.mail.internal.mime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The header fields of a mail or a part, unfolded, not decoded. */
public final class Headers {
    /** No field at all. */
    public static final Headers NONE = new Headers(Map.of(), 0);

    private static final int LOOK_AHEAD = 3;
    private static final Set<String> KNOWN = Set.of(
            "received",
            "return-path",
            "delivered-to",
            "dkim-signature",
            "from",
            "to",
            "cc",
            "subject",
            "date",
            "message-id",
            "mime-version",
            "content-type",
            "content-transfer-encoding",
            "content-disposition",
            "in-reply-to",
            "references",
            "reply-to");

    private final Map<String, List<String>> fields;
    private final int bodyStart;

    private Headers(Map<String, List<String>> fields, int bodyStart) {
        this.fields = fields;
        this.bodyStart = bodyStart;
    }

    /**
     * Reads the header block that begins at {@code from}. It ends at the first empty line, or before the first line that
     * cannot be a header, which then belongs to the body (some senders forget the empty line). Such a line is passed over
     * where well-known headers follow it: then it is a damaged header.
     */
    public static Headers parse(byte[] mail, int from, int to) {
        Map<String, List<String>> fields = new HashMap<>();
        int at = from;
        String name = null;
        StringBuilder value = new StringBuilder();
        while (at < to) {
            int end = lineEnd(mail, at, to);
            int next = afterLine(mail, end, to);
            if (end == at) {
                at = next;
                break;
            }
            boolean continued = mail[at] == ' ' || mail[at] == '\t';
            int colon = continued ? -1 : colon(mail, at, end);
            if (continued && name != null) {
                value.append(' ').append(text(mail, at, end).strip());
            } else if (colon > 0) {
                keep(fields, name, value);
                name = text(mail, at, colon).strip().toLowerCase(Locale.ROOT);
                value.setLength(0);
                value.append(text(mail, colon + 1, end).strip());
            } else if (!isMboxLine(mail, at, end)
                    && !(continued && isBlank(mail, at, end))
                    && !goesOn(mail, next, to)) {
                break;
            }
            at = next;
        }
        keep(fields, name, value);
        return new Headers(fields, at);
    }

    /** The first field of this name, unfolded; null where there is none. */
    public @Nullable String first(String name) {
        List<String> all = fields.get(name.toLowerCase(Locale.ROOT));
        return all == null ? null : all.get(0);
    }

    /** The first field of this name, its encoded words read; empty where there is none. */
    public String text(String name) {
        String raw = first(name);
        return raw == null ? "" : EncodedWords.decode(raw).strip();
    }

    /** All fields of this name in order. */
    public List<String> all(String name) {
        List<String> all = fields.get(name.toLowerCase(Locale.ROOT));
        return all == null ? List.of() : all;
    }

    /** Whether there is such a field. */
    public boolean has(String name) {
        return fields.containsKey(name.toLowerCase(Locale.ROOT));
    }

    /** Whether nothing at all was found. */
    public boolean isEmpty() {
        return fields.isEmpty();
    }

    /** Where the body begins. */
    public int bodyStart() {
        return bodyStart;
    }

    private static void keep(Map<String, List<String>> fields, @Nullable String name, StringBuilder value) {
        if (name != null) {
            fields.computeIfAbsent(name, n -> new ArrayList<>(1)).add(value.toString());
        }
    }

    private static String text(byte[] mail, int from, int to) {
        return Charsets.guess(Arrays.copyOfRange(mail, from, to));
    }

    static int lineEnd(byte[] mail, int from, int to) {
        int i = from;
        while (i < to && mail[i] != '\n' && mail[i] != '\r') {
            i++;
        }
        return i;
    }

    static int afterLine(byte[] mail, int end, int to) {
        if (end >= to) {
            return to;
        }
        // "\r\r\n" comes from senders that convert line ends twice
        int i = end;
        while (i < to && mail[i] == '\r' && i - end < 2) {
            i++;
        }
        return i < to && mail[i] == '\n' ? i + 1 : Math.max(i, end + 1);
    }

    /** The colon of a header line (RFC 5322 2.2: printable signs without blank before it), else -1. */
    private static int colon(byte[] mail, int from, int end) {
        for (int i = from; i < end; i++) {
            byte b = mail[i];
            if (b == ':') {
                return i > from ? i : -1;
            }
            if (b <= ' ' && !(isBlank(mail, i, end) || onlyBlanksBeforeColon(mail, i, end))) {
                return -1;
            }
            if (b <= 0 || b == 127 || i - from > 200) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean onlyBlanksBeforeColon(byte[] mail, int from, int end) {
        int i = from;
        while (i < end && (mail[i] == ' ' || mail[i] == '\t')) {
            i++;
        }
        return i < end && mail[i] == ':';
    }

    /** Whether one of the next lines, before any empty one, is a header that no text begins with. */
    private static boolean goesOn(byte[] mail, int from, int to) {
        int at = from;
        for (int i = 0; i < LOOK_AHEAD && at < to; i++) {
            int end = lineEnd(mail, at, to);
            int colon = colon(mail, at, end);
            if (end == at) {
                return false;
            } else if (colon > 0 && KNOWN.contains(text(mail, at, colon).strip().toLowerCase(Locale.ROOT))) {
                return true;
            }
            at = afterLine(mail, end, to);
        }
        return false;
    }

    private static boolean isBlank(byte[] mail, int from, int end) {
        for (int i = from; i < end; i++) {
            if (mail[i] != ' ' && mail[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    private static boolean isMboxLine(byte[] mail, int from, int end) {
        int at = mail[from] == '>' ? from + 1 : from;
        return end - at > 5
                && mail[at] == 'F'
                && mail[at + 1] == 'r'
                && mail[at + 2] == 'o'
                && mail[at + 3] == 'm'
                && mail[at + 4] == ' ';
    }
}
