package org.kontor.channel.mail.internal.write;

import java.nio.charset.StandardCharsets;

/** Writes text so that it arrives as it is through every server (RFC 2045 6.7). */
final class QuotedPrintable {
    private static final int MAX_LINE = 76;

    private QuotedPrintable() {}

    /** The encoded text with CRLF line ends, ending in one. */
    static String encode(String text) {
        StringBuilder out = new StringBuilder(text.length() * 5 / 4);
        String[] lines = text.split("\r\n|\r|\n", -1);
        int last = lines.length > 0 && lines[lines.length - 1].isEmpty() ? lines.length - 1 : lines.length;
        for (int i = 0; i < last; i++) {
            line(lines[i], out);
            out.append("\r\n");
        }
        return out.toString();
    }

    private static void line(String line, StringBuilder out) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        int width = 0;
        for (int i = 0; i < bytes.length; i++) {
            boolean last = i == bytes.length - 1;
            String sign = sign(bytes, i, last);
            if (width + sign.length() > MAX_LINE - (last ? 0 : 1)) {
                out.append("=\r\n");
                width = 0;
            }
            out.append(sign);
            width += sign.length();
        }
    }

    private static String sign(byte[] bytes, int at, boolean last) {
        int b = bytes[at] & 0xff;
        boolean blank = b == ' ' || b == '\t';
        // "From " at the beginning of a line is changed by servers that keep mails in one file
        boolean from = at == 0 && b == 'F' && bytes.length > 4 && bytes[4] == ' ';
        boolean plain = blank ? !last : b > 32 && b < 127 && b != '=' && !from;
        return plain ? String.valueOf((char) b) : String.format("=%02X", b);
    }
}
