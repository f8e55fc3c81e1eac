package org.kontor.channel.mail.internal.read;

/** Keeps what comes from outside fit for a database, a list and a screen. */
public final class Plain {
    private Plain() {}

    /** Text with {@code \n} line ends, without control characters and half surrogates. */
    public static String text(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\r') {
                out.append('\n');
                i += i + 1 < raw.length() && raw.charAt(i + 1) == '\n' ? 1 : 0;
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < raw.length()
                    && Character.isLowSurrogate(raw.charAt(i + 1))) {
                out.append(c).append(raw.charAt(++i));
            } else if (Character.isSurrogate(c)) {
                out.append('\ufffd');
            } else if (c == '\n' || c == '\t' || c >= ' ' && c != 0x7f && c != '\ufeff') {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** The same on one line. */
    public static String line(String raw) {
        return text(raw).replaceAll("\\s+", " ").strip();
    }

    /** At most {@code max} characters, never half of one. */
    public static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max;
        return text.substring(0, end);
    }
}
