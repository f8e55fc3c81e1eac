package org.kontor.simulator.internal.mail;

/** The encoding of RFC 2045, section 6.7. */
final class QuotedPrintable {

    private static final int WIDTH = 75;
    private static final String HEX = "0123456789ABCDEF";

    private QuotedPrintable() {}

    static String encode(byte[] bytes) {
        StringBuilder out = new StringBuilder(bytes.length * 5 / 4);
        int column = 0;
        for (int i = 0; i < bytes.length; i++) {
            int b = bytes[i] & 0xff;
            if (b == '\r' && i + 1 < bytes.length && bytes[i + 1] == '\n') {
                out.append("\r\n");
                column = 0;
                i++;
                continue;
            }
            boolean blankAtEnd = b == ' ' && (i + 1 == bytes.length || bytes[i + 1] == '\r');
            boolean literal = b >= 33 && b <= 126 && b != '=' || b == ' ' && !blankAtEnd;
            int width = literal ? 1 : 3;
            if (column + width > WIDTH) {
                out.append("=\r\n");
                column = 0;
            }
            if (literal) {
                out.append((char) b);
            } else {
                out.append('=').append(HEX.charAt(b >> 4)).append(HEX.charAt(b & 15));
            }
            column += width;
        }
        return out.toString();
    }
}
