package org.kontor.channel.mail.internal.mime;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns bytes into text whatever the mail claims about them. Never fails; what cannot be read becomes U+FFFD. */
public final class Charsets {
    private static final Charset WINDOWS_1252 = orElse("windows-1252", StandardCharsets.ISO_8859_1);

    /** Names seen in mails that Java does not know, or knows as something narrower than what senders mean by them. */
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("us-ascii", "windows-1252"),
            Map.entry("ascii", "windows-1252"),
            Map.entry("ansi_x3.4-1968", "windows-1252"),
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("iso8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("latin-1", "windows-1252"),
            Map.entry("ansi", "windows-1252"),
            Map.entry("cp-1252", "windows-1252"),
            Map.entry("utf8", "UTF-8"),
            Map.entry("unicode-1-1-utf-8", "UTF-8"),
            Map.entry("iso-8859-8-i", "ISO-8859-8"),
            Map.entry("gb2312", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("ks_c_5601-1987", "windows-949"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("sjis", "windows-31j"));

    private Charsets() {}

    /**
     * Reads {@code bytes} as the charset that {@code label} names. Where the label is missing, unknown, or plainly wrong
     * (ASCII with high bytes, UTF-8 without one valid sequence) it is UTF-8 if the bytes are valid UTF-8, else Windows-1252.
     */
    public static String decode(byte[] bytes, @Nullable String label) {
        Optional<Charset> named = label == null ? Optional.empty() : named(label);
        if (isUtf7(label)) {
            return Utf7.decode(bytes);
        }
        if (named.isEmpty() || named.get().equals(WINDOWS_1252) && isAscii(label)) {
            return guess(bytes);
        }
        Charset charset = named.get();
        if (charset.equals(StandardCharsets.UTF_8) && !isValidUtf8(bytes)) {
            return hasUtf8Sequence(bytes) ? replacing(bytes, charset) : replacing(bytes, WINDOWS_1252);
        }
        return replacing(bytes, charset);
    }

    /** Reads bytes of which nothing is said. */
    public static String guess(byte[] bytes) {
        return replacing(bytes, isValidUtf8(bytes) ? StandardCharsets.UTF_8 : WINDOWS_1252);
    }

    private static Optional<Charset> named(String label) {
        String name = label.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._:+-]", "");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        String alias = ALIASES.get(name);
        try {
            return Optional.of(Charset.forName(alias == null ? name : alias));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static boolean isUtf7(@Nullable String label) {
        return label != null && label.strip().toLowerCase(Locale.ROOT).endsWith("utf-7");
    }

    private static boolean isAscii(@Nullable String label) {
        return label != null && label.toLowerCase(Locale.ROOT).contains("ascii");
    }

    private static boolean isValidUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Whether there is at least one sequence that only UTF-8 explains, so that the rest is damage rather than a lie. */
    private static boolean hasUtf8Sequence(byte[] bytes) {
        for (int i = 0; i + 1 < bytes.length; i++) {
            int lead = bytes[i] & 0xff;
            int trail = bytes[i + 1] & 0xff;
            if (lead >= 0xc2 && lead <= 0xf4 && trail >= 0x80 && trail <= 0xbf) {
                return true;
            }
        }
        return false;
    }

    private static String replacing(byte[] bytes, Charset charset) {
        return new String(bytes, charset);
    }

    private static Charset orElse(String name, Charset other) {
        return Charset.isSupported(name) ? Charset.forName(name) : other;
    }
}
