package org.kontor.channel.mail.internal.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Encoded words in headers (RFC 2047), as senders really write them. */
public final class EncodedWords {
    private static final Pattern WORD =
            Pattern.compile("=\\?([^?\\s*]{1,60})(?:\\*[^?\\s]{0,40})?\\?([bBqQ])\\?([^?]*+)\\?=");

    private EncodedWords() {}

    /** The text with its encoded words read; what is not one stays as it is. */
    public static String decode(String header) {
        if (!header.contains("=?")) {
            return header;
        }
        StringBuilder out = new StringBuilder(header.length());
        Matcher matcher = WORD.matcher(header);
        Run run = new Run();
        int at = 0;
        while (matcher.find()) {
            String between = header.substring(at, matcher.start());
            if (!run.isOpen() || !between.isBlank()) {
                run.flush(out);
                out.append(between);
            }
            run.add(out, matcher.group(1), matcher.group(2), matcher.group(3));
            at = matcher.end();
        }
        run.flush(out);
        return out.append(header, at, header.length()).toString();
    }

    /** Neighbouring words of one charset: senders cut in the middle of a character, so their bytes are joined first. */
    private static final class Run {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private @Nullable String charset;

        boolean isOpen() {
            return charset != null;
        }

        void add(StringBuilder out, String name, String encoding, String text) {
            String next = name.toLowerCase(Locale.ROOT);
            if (!next.equals(charset)) {
                flush(out);
            }
            charset = next;
            byte[] raw = text.getBytes(StandardCharsets.ISO_8859_1);
            bytes.writeBytes(
                    "b".equalsIgnoreCase(encoding) ? Transfer.base64(raw) : Transfer.quotedPrintable(raw, true));
        }

        void flush(StringBuilder out) {
            if (charset != null) {
                out.append(Charsets.decode(bytes.toByteArray(), charset));
                bytes.reset();
                charset = null;
            }
        }
    }
}
