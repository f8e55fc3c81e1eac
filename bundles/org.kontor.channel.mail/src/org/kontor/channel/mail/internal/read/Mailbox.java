package org.kontor.channel.mail.internal.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kontor.channel.mail.internal.mime.EncodedWords;

/**
 * A mail address with the name that stands before it.
 *
 * @param name decoded; empty where there is none
 * @param address as written, without brackets
 */
public record Mailbox(String name, String address) {
    private static final int MAX_MAILBOXES = 500;

    /** The form under which a person is known: the address in lower case. */
    public String key() {
        return address.toLowerCase(Locale.ROOT);
    }

    /** The part after the at sign, in lower case. */
    public String domain() {
        return key().substring(address.lastIndexOf('@') + 1);
    }

    /** The part before the at sign, in lower case. */
    public String local() {
        return key().substring(0, address.lastIndexOf('@'));
    }

    /**
     * Reads an address list (RFC 5322 3.4) as leniently as mail programs do: names with commas in quotes, encoded words,
     * comments, groups, semicolons as separators. What has no address in it is left out.
     */
    public static List<Mailbox> parse(@Nullable String header) {
        List<Mailbox> found = new ArrayList<>();
        if (header != null) {
            for (String piece : split(header)) {
                Mailbox mailbox = one(piece);
                if (mailbox != null && found.size() < MAX_MAILBOXES) {
                    found.add(mailbox);
                }
            }
        }
        return found;
    }

    private static List<String> split(String header) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        boolean quoted = false;
        boolean angle = false;
        int comment = 0;
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            if (c == '\\' && (quoted || comment > 0) && i + 1 < header.length()) {
                piece.append(c).append(header.charAt(++i));
                continue;
            }
            if (c == '"' && comment == 0) {
                quoted = !quoted;
            } else if (!quoted) {
                comment += c == '(' ? 1 : c == ')' && comment > 0 ? -1 : 0;
                angle = comment == 0 && (c == '<' || angle && c != '>');
                boolean group = c == ':' && !angle && comment == 0;
                boolean ends = (c == ',' || c == ';') && !angle && comment == 0;
                if (group || ends) {
                    if (ends) {
                        pieces.add(piece.toString());
                    }
                    piece.setLength(0);
                    continue;
                }
            }
            piece.append(c);
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private static @Nullable Mailbox one(String piece) {
        int close = piece.lastIndexOf('>');
        int open = close < 0 ? piece.lastIndexOf('<') : piece.lastIndexOf('<', close);
        if (open >= 0) {
            String inside = piece.substring(open + 1, close > open ? close : piece.length());
            String address = address(inside.substring(inside.lastIndexOf(':') + 1));
            return address == null ? null : new Mailbox(name(piece.substring(0, open)), address);
        }
        int comment = piece.indexOf('(');
        String bare = comment < 0 ? piece : piece.substring(0, comment);
        String address = address(bare);
        if (address != null) {
            String words = comment < 0 ? "" : piece.substring(comment + 1).replaceAll("\\)\\s*$", "");
            return new Mailbox(name(words), address);
        }
        for (String token : bare.split("\\s+")) {
            address = address(token.replaceAll("^[\"'\\[]|[\"'\\].]$", ""));
            if (address != null) {
                return new Mailbox("", address);
            }
        }
        return null;
    }

    private static @Nullable String address(String text) {
        String clean = text.strip().replaceAll("^'|'$", "");
        int at = clean.lastIndexOf('@');
        boolean usable = at > 0
                && at < clean.length() - 1
                && clean.length() <= 320
                && clean.chars().noneMatch(c -> c <= ' ' || c == '<' || c == '>' || c == ',' || c == 0x7f);
        return usable ? clean : null;
    }

    private static String name(String text) {
        String bare = text.strip();
        if (bare.length() > 1 && bare.startsWith("\"") && bare.endsWith("\"")) {
            bare = bare.substring(1, bare.length() - 1).replaceAll("\\\\(.)", "$1");
        }
        String decoded = Plain.line(EncodedWords.decode(bare)).replaceAll("^['\"]+|['\"]+$", "");
        return decoded.strip();
    }
}
