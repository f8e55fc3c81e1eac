package org.kontor.channel.mail.internal.mime;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One part of a mail, or the whole of it.
 *
 * @param path where it stands, such as {@code 1.2}; the same for the same mail every time
 * @param headers of this part
 * @param type its Content-Type, filled in where the part has none (RFC 2045 5.2)
 * @param disposition its Content-Disposition
 * @param source the bytes that hold it; never changed
 * @param from where its body begins in {@code source}
 * @param to where its body ends in {@code source}
 * @param children the parts of a multipart; empty for a leaf
 */
public record Part(
        String path,
        Headers headers,
        Field type,
        Field disposition,
        byte[] source,
        int from,
        int to,
        List<Part> children) {
    public Part {
        children = List.copyOf(children);
    }

    /** The body as it stands in the mail. */
    public byte[] encoded() {
        return Arrays.copyOfRange(source, from, to);
    }

    /** The body with its transfer encoding undone. */
    public byte[] content() {
        return Transfer.decode(encoded(), headers.first("content-transfer-encoding"));
    }

    /** The body as text. */
    public String text() {
        return Charsets.decode(content(), type.parameter("charset"));
    }

    /** Whether it says that it is to be saved rather than shown. */
    public boolean isAttached() {
        return disposition.value().equals("attachment");
    }

    /** The file name it brings, without any path; null where it brings none. */
    public @Nullable String fileName() {
        String name = disposition.parameter("filename", type.parameter("name", ""));
        String clean = name.replaceAll("[\\p{Cntrl}\\u202a-\\u202e\\u2066-\\u2069]", "");
        String last = clean.substring(Math.max(clean.lastIndexOf('/'), clean.lastIndexOf('\\')) + 1)
                .strip();
        return last.isEmpty() ? null : last.substring(0, Math.min(last.length(), 255));
    }

    /** The Content-ID without its brackets; null where there is none. */
    public @Nullable String contentId() {
        String id = headers.first("content-id");
        return id == null || id.isBlank() ? null : id.strip().replaceAll("^<|>$", "");
    }

    /** Whether the type is exactly this one, such as {@code text/plain}. */
    public boolean is(String mediaType) {
        return type.value().equals(mediaType.toLowerCase(Locale.ROOT));
    }

    /** A part of the same bytes with another type, for a multipart whose parts cannot be told apart. */
    Part asText() {
        return new Part(path, headers, Field.parse("text/plain"), disposition, source, from, to, List.of());
    }
}
