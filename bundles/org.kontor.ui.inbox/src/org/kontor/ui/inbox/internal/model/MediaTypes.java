package org.kontor.ui.inbox.internal.model;

import java.net.URLConnection;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/** Tells a file's media type by its first bytes; its name only chooses among types of one container. */
final class MediaTypes {
    private static final Map<String, String> HEADS = Map.of(
            "89504e470d0a1a0a", "image/png",
            "ffd8ff", "image/jpeg",
            "474946383761", "image/gif",
            "474946383961", "image/gif",
            "25504446", "application/pdf");
    private static final int PROBE = 4_096;

    private MediaTypes() {}

    static String of(String name, byte[] content) {
        String head = HexFormat.of().formatHex(content, 0, Math.min(16, content.length));
        for (Map.Entry<String, String> known : HEADS.entrySet()) {
            if (head.startsWith(known.getKey())) {
                return known.getValue();
            }
        }
        if (head.startsWith("52494646") && head.startsWith("57454250", 16)) {
            return "image/webp";
        }
        if (head.startsWith("66747970", 8)) {
            return head.startsWith("6865", 16) ? "image/heic" : "video/mp4";
        }
        String byName = URLConnection.guessContentTypeFromName(name.toLowerCase(Locale.ROOT));
        if (head.startsWith("504b0304")) {
            return byName != null && byName.contains("officedocument") ? byName : zipped(name);
        }
        if (text(content)) {
            return byName != null && byName.startsWith("text/") ? byName : "text/plain";
        }
        return "application/octet-stream";
    }

    private static String zipped(String name) {
        String base = "application/vnd.openxmlformats-officedocument.";
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".docx")) {
            return base + "wordprocessingml.document";
        }
        if (lower.endsWith(".xlsx")) {
            return base + "spreadsheetml.sheet";
        }
        return lower.endsWith(".pptx") ? base + "presentationml.presentation" : "application/zip";
    }

    private static boolean text(byte[] content) {
        byte[] probe = content.length > PROBE ? Arrays.copyOf(content, PROBE) : content;
        for (byte b : probe) {
            if (b >= 0 && b < 9 || b > 13 && b < 32) {
                return false;
            }
        }
        if (content.length > PROBE) {
            return true;
        }
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(probe), CharBuffer.allocate(probe.length + 1), true);
        return !result.isError();
    }
}
