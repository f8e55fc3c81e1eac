package org.kontor.channel.mail.internal.mime;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Undoes content transfer encodings (RFC 2045 6). Skips what does not belong instead of failing. */
public final class Transfer {
    private Transfer() {}

    /** The bytes that {@code encoded} stands for; unknown encodings are taken as none. */
    public static byte[] decode(byte[] encoded, @Nullable String encoding) {
        String name = encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "base64" -> base64(encoded);
            case "quoted-printable" -> quotedPrintable(encoded, false);
            case "x-uuencode", "x-uue", "uuencode" -> uuencode(encoded);
            default -> encoded;
        };
    }

    /** Base64 without regard to line ends, foreign signs and missing padding. */
    static byte[] base64(byte[] in) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(in.length * 3 / 4 + 3);
        int bits = 0;
        int held = 0;
        for (byte b : in) {
            int value = base64Value(b);
            if (b == '=') {
                // several base64 blocks may stand one after the other, each with its own padding
                bits = 0;
                held = 0;
            } else if (value >= 0) {
                bits = bits << 6 | value;
                held += 6;
                if (held >= 8) {
                    held -= 8;
                    out.write(bits >> held);
                }
            }
        }
        return out.toByteArray();
    }

    private static int base64Value(byte b) {
        if (b >= 'A' && b <= 'Z') {
            return b - 'A';
        } else if (b >= 'a' && b <= 'z') {
            return b - 'a' + 26;
        } else if (b >= '0' && b <= '9') {
            return b - '0' + 52;
        } else if (b == '+' || b == '-') {
            return 62;
        }
        return b == '/' || b == '_' ? 63 : -1;
    }

    /**
     * Quoted-printable.
     *
     * @param word whether it is the Q form of an encoded word (RFC 2047 4.2), where an underscore is a space
     */
    static byte[] quotedPrintable(byte[] in, boolean word) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
        int i = 0;
        while (i < in.length) {
            byte b = in[i];
            if (b == '=' && i + 2 < in.length && hex(in[i + 1]) >= 0 && hex(in[i + 2]) >= 0) {
                out.write(hex(in[i + 1]) << 4 | hex(in[i + 2]));
                i += 3;
            } else if (b == '=' && !word && softBreak(in, i + 1) > 0) {
                i = softBreak(in, i + 1);
            } else {
                out.write(word && b == '_' ? ' ' : b);
                i++;
            }
        }
        return out.toByteArray();
    }

    /** Where the next line begins if only blanks and a line end follow {@code from}, else -1. */
    private static int softBreak(byte[] in, int from) {
        int i = from;
        while (i < in.length && (in[i] == ' ' || in[i] == '\t')) {
            i++;
        }
        if (i == in.length) {
            return i;
        }
        if (in[i] == '\r') {
            return i + 1 < in.length && in[i + 1] == '\n' ? i + 2 : i + 1;
        }
        return in[i] == '\n' ? i + 1 : -1;
    }

    private static int hex(byte b) {
        return Character.digit(b & 0xff, 16);
    }

    private static byte[] uuencode(byte[] in) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(in.length * 3 / 4);
        int at = 0;
        boolean inside = false;
        while (at < in.length) {
            int end = at;
            while (end < in.length && in[end] != '\n') {
                end++;
            }
            byte[] line = Arrays.copyOfRange(in, at, end > at && in[end - 1] == '\r' ? end - 1 : end);
            at = end + 1;
            if (!inside) {
                inside = line.length > 6 && line[0] == 'b' && line[1] == 'e' && line[2] == 'g' && line[5] == ' ';
            } else if (line.length == 3 && line[0] == 'e' && line[1] == 'n' && line[2] == 'd') {
                inside = false;
            } else {
                uuLine(line, out);
            }
        }
        return out.size() == 0 ? in : out.toByteArray();
    }

    private static void uuLine(byte[] line, ByteArrayOutputStream out) {
        int left = line.length == 0 ? 0 : (line[0] - ' ') & 63;
        for (int i = 1; i < line.length && left > 0; i += 4) {
            int bits = 0;
            for (int j = 0; j < 4; j++) {
                bits = bits << 6 | (i + j < line.length ? (line[i + j] - ' ') & 63 : 0);
            }
            for (int shift = 16; shift >= 0 && left > 0; shift -= 8, left--) {
                out.write(bits >> shift);
            }
        }
    }
}
