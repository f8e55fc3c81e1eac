package org.kontor.channel.mail.internal.mime;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** UTF-7 (RFC 2152), which old mail programs still send and Java does not read. */
final class Utf7 {
    private Utf7() {}

    static String decode(byte[] bytes) {
        String in = new String(bytes, StandardCharsets.ISO_8859_1);
        StringBuilder out = new StringBuilder(in.length());
        int i = 0;
        while (i < in.length()) {
            char c = in.charAt(i);
            if (c != '+') {
                out.append(c);
                i++;
                continue;
            }
            int end = i + 1;
            while (end < in.length() && isBase64(in.charAt(end))) {
                end++;
            }
            out.append(end == i + 1 ? "+" : shifted(in.substring(i + 1, end)));
            i = end < in.length() && in.charAt(end) == '-' ? end + 1 : end;
        }
        return out.toString();
    }

    private static String shifted(String base64) {
        int whole = base64.length() * 6 / 16 * 2;
        // a base64 run of length 1 mod 4 carries no whole byte more: drop the odd sign, the decoder would refuse it
        String even = base64.length() % 4 == 1 ? base64.substring(0, base64.length() - 1) : base64;
        byte[] utf16 = Base64.getDecoder().decode(even);
        return new String(utf16, 0, Math.min(whole, utf16.length), StandardCharsets.UTF_16BE);
    }

    private static boolean isBase64(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/';
    }
}
