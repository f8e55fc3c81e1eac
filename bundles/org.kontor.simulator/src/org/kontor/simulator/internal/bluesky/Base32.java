package org.kontor.simulator.internal.bluesky;

/** Base 32 in the two alphabets that the AT Protocol uses. */
final class Base32 {

    private static final String RFC4648 = "abcdefghijklmnopqrstuvwxyz234567";
    private static final String SORTABLE = "234567abcdefghijklmnopqrstuvwxyz";

    private Base32() {}

    /** Lower case without padding, as in content identifiers. */
    static String encode(byte[] bytes) {
        StringBuilder out = new StringBuilder(bytes.length * 8 / 5 + 1);
        int buffer = 0;
        int bits = 0;
        for (byte b : bytes) {
            buffer = buffer << 8 | (b & 0xff);
            bits += 8;
            while (bits >= 5) {
                out.append(RFC4648.charAt(buffer >> bits - 5 & 31));
                bits -= 5;
            }
        }
        if (bits > 0) {
            out.append(RFC4648.charAt(buffer << 5 - bits & 31));
        }
        return out.toString();
    }

    /**
     * The bytes of a text in lower case without padding.
     *
     * @throws IllegalArgumentException at a character outside the alphabet
     */
    static byte[] decode(String text) {
        byte[] out = new byte[text.length() * 5 / 8];
        int buffer = 0;
        int bits = 0;
        int at = 0;
        for (char c : text.toCharArray()) {
            int value = RFC4648.indexOf(c);
            if (value < 0) {
                throw new IllegalArgumentException("not base32: " + text);
            }
            buffer = buffer << 5 | value;
            bits += 5;
            if (bits >= 8) {
                out[at++] = (byte) (buffer >> bits - 8);
                bits -= 8;
            }
        }
        return out;
    }

    /** Thirteen characters that sort as the number does. */
    static String sortable(long value) {
        char[] out = new char[13];
        long rest = value;
        for (int i = 12; i >= 0; i--) {
            out[i] = SORTABLE.charAt((int) (rest & 31));
            rest >>>= 5;
        }
        return new String(out);
    }
}
