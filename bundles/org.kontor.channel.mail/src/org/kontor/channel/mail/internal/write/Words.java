package org.kontor.channel.mail.internal.write;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.kontor.channel.mail.internal.read.Mailbox;

/** Text in headers (RFC 2047), without ever letting a line end in. */
final class Words {
    private static final int CHUNK = 45;
    private static final int PLAIN = 200;

    private Words() {}

    /** A header text: as it is where it is short ASCII, else as encoded words. */
    static String encode(String text) {
        String line = oneLine(text);
        boolean plain = line.length() <= PLAIN && isAscii(line) && !line.contains("=?");
        return plain ? line : words(line);
    }

    /** A mailbox: {@code "Müller, Eva" <eva@example.org>}. */
    static String mailbox(Mailbox mailbox, String address) {
        String name = oneLine(mailbox.name());
        if (name.isEmpty()) {
            return address;
        }
        boolean plain = name.length() <= PLAIN && isAscii(name) && !name.contains("=?");
        String phrase = !plain
                ? words(name)
                : name.matches("[A-Za-z0-9 ]+") ? name : "\"" + name.replaceAll("([\\\\\"])", "\\\\$1") + "\"";
        return phrase + " <" + address + ">";
    }

    /** A parameter that holds a file name, in the new form (RFC 2231) and in the one that old programs read. */
    static String fileName(String parameter, String name) {
        String line = oneLine(name);
        if (isAscii(line) && line.length() <= 60) {
            return parameter + "=\"" + line.replaceAll("([\\\\\"])", "\\\\$1") + "\"";
        }
        StringBuilder out = new StringBuilder(parameter).append("*=UTF-8''");
        for (byte b : line.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean safe = c < 128 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
            out.append(safe ? String.valueOf(c) : String.format("%%%02X", b & 0xff));
        }
        return out.toString();
    }

    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c >= 32 && c < 127);
    }

    private static String words(String text) {
        StringBuilder out = new StringBuilder();
        StringBuilder chunk = new StringBuilder();
        int bytes = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            String sign = Character.toString(text.codePointAt(i));
            int length = sign.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + length > CHUNK) {
                word(out, chunk);
                bytes = 0;
            }
            chunk.append(sign);
            bytes += length;
        }
        word(out, chunk);
        return out.toString();
    }

    private static void word(StringBuilder out, StringBuilder chunk) {
        byte[] utf8 = chunk.toString().getBytes(StandardCharsets.UTF_8);
        out.append(out.isEmpty() ? "" : "\r\n ")
                .append("=?UTF-8?B?")
                .append(Base64.getEncoder().encodeToString(utf8))
                .append("?=");
        chunk.setLength(0);
    }
}
