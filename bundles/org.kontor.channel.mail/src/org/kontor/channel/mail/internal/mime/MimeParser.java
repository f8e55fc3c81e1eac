package org.kontor.channel.mail.internal.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes a mail apart into its parts (RFC 2046). Never throws for what stands in a mail: a boundary that is missing, never
 * closed or never used, parts nested without end and empty parts all give a tree with every byte of text in some part.
 */
public final class MimeParser {
    private static final int MAX_DEPTH = 20;
    private static final int MAX_PARTS = 1000;

    private final byte[] source;
    private int parts;

    private MimeParser(byte[] source) {
        this.source = source;
    }

    /** Takes {@code mail} apart from {@code from} on. */
    public static Part parse(byte[] mail, int from) {
        return new MimeParser(mail).part("", from, mail.length, "text/plain", 0);
    }

    private Part part(String path, int from, int to, String defaultType, int depth) {
        parts++;
        Headers headers = Headers.parse(source, from, to);
        String declared = headers.first("content-type");
        Field type = Field.parse(declared);
        if (type.value().indexOf('/') < 1) {
            // "text" alone and other invalid types are plain text (RFC 2045 5.2)
            type = new Field(defaultType, type.parameters());
        }
        Field disposition = Field.parse(headers.first("content-disposition"));
        int body = Math.min(headers.bodyStart(), to);
        Part leaf = new Part(path.isEmpty() ? "1" : path, headers, type, disposition, source, body, to, List.of());
        if (!type.isType("multipart") || depth >= MAX_DEPTH) {
            return type.isType("multipart") ? leaf.asText() : leaf;
        }
        List<Part> children = children(path, type, body, to, depth);
        if (children.isEmpty()) {
            return leaf.asText();
        }
        return new Part(leaf.path(), headers, type, disposition, source, body, to, children);
    }

    private List<Part> children(String path, Field type, int body, int to, int depth) {
        String boundary = type.parameter("boundary", "");
        List<int[]> slices = boundary.isEmpty() ? List.of() : slices(boundary, body, to);
        if (slices.isEmpty()) {
            String found = likelyBoundary(body, to);
            slices = found == null ? List.of() : slices(found, body, to);
        }
        String defaultType = type.value().equals("multipart/digest") ? "message/rfc822" : "text/plain";
        List<Part> children = new ArrayList<>();
        for (int[] slice : slices) {
            if (parts < MAX_PARTS) {
                String child = (path.isEmpty() ? "" : path + ".") + (children.size() + 1);
                children.add(part(child, slice[0], slice[1], defaultType, depth + 1));
            }
        }
        return children;
    }

    /** What lies between the boundary lines: pairs of first byte and byte after the last. */
    private List<int[]> slices(String boundary, int from, int to) {
        byte[] mark = ("--" + boundary.stripTrailing()).getBytes(StandardCharsets.ISO_8859_1);
        List<int[]> slices = new ArrayList<>();
        int begin = -1;
        int at = from;
        while (at < to) {
            int end = Headers.lineEnd(source, at, to);
            int next = Headers.afterLine(source, end, to);
            int kind = boundaryKind(mark, at, end);
            if (kind > 0) {
                if (begin >= 0) {
                    slices.add(new int[] {begin, beforeLineEnd(begin, at)});
                }
                begin = kind == 1 ? next : -1;
            }
            at = next;
        }
        if (begin >= 0 && begin <= to) {
            slices.add(new int[] {begin, to});
        }
        return slices;
    }

    /** 0: no boundary, 1: a part begins, 2: the last part ends. */
    private int boundaryKind(byte[] mark, int from, int end) {
        if (end - from < mark.length) {
            return 0;
        }
        for (int i = 0; i < mark.length; i++) {
            if (source[from + i] != mark[i]) {
                return 0;
            }
        }
        int i = from + mark.length;
        boolean closing = end - i >= 2 && source[i] == '-' && source[i + 1] == '-';
        i += closing ? 2 : 0;
        while (i < end && (source[i] == ' ' || source[i] == '\t')) {
            i++;
        }
        if (i < end) {
            return 0;
        }
        return closing ? 2 : 1;
    }

    /** The line end before a boundary belongs to the boundary (RFC 2046 5.1.1). */
    private int beforeLineEnd(int begin, int boundary) {
        int end = boundary;
        if (end > begin && source[end - 1] == '\n') {
            end--;
        }
        if (end > begin && source[end - 1] == '\r') {
            end--;
        }
        return end;
    }

    /** For a multipart whose boundary is missing or wrong: the first line that looks like one and has a header below. */
    private @Nullable String likelyBoundary(int from, int to) {
        int at = from;
        while (at < to) {
            int end = Headers.lineEnd(source, at, to);
            int next = Headers.afterLine(source, end, to);
            boolean dashes = end - at > 5 && end - at < 80 && source[at] == '-' && source[at + 1] == '-';
            if (dashes && next < to && Headers.parse(source, next, to).has("content-type")) {
                return new String(source, at + 2, end - at - 2, StandardCharsets.ISO_8859_1);
            }
            at = next;
        }
        return null;
    }
}
