package org.kontor.channel.mail.internal.read;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kontor.channel.mail.internal.mime.Headers;

/** Message-IDs (RFC 5322 3.6.4): the names under which mails know each other. */
public final class MessageIds {
    private static final int MAX_LENGTH = 400;
    private static final int MIN_LENGTH = 9;
    private static final int MAX_REFERENCES = 100;
    private static final Pattern ANGLED = Pattern.compile("<\\s*([^<>\\s]{1,996})\\s*>");
    private static final Pattern BARE = Pattern.compile("[^<>\\s,;]{3,200}@[^<>\\s,;]{1,200}");

    private MessageIds() {}

    /**
     * The id of a mail: its Message-ID in brackets, or, where it has none that could name it, the hash of its bytes. So it
     * stays the same wherever and however often the mail is read.
     *
     * @param mail the whole mail
     */
    public static String of(Headers headers, byte[] mail, int from) {
        String id = declared(headers);
        return id == null ? "sha256:" + sha256(mail, from, 32) : id;
    }

    /** The Message-ID in brackets; null where there is none that could name a mail. */
    public static @Nullable String declared(Headers headers) {
        String header = headers.first("message-id");
        if (header == null) {
            return null;
        }
        List<String> ids = all(header);
        String id = ids.isEmpty() ? bare(header) : ids.get(0);
        return id == null || id.length() < MIN_LENGTH || id.length() > MAX_LENGTH ? null : id;
    }

    /** All ids in a References or In-Reply-To header, in their order, each once. */
    public static List<String> all(@Nullable String header) {
        Set<String> ids = new LinkedHashSet<>();
        if (header != null) {
            Matcher matcher = ANGLED.matcher(header);
            while (matcher.find()) {
                if (matcher.group(1).length() + 2 <= MAX_LENGTH) {
                    ids.add("<" + matcher.group(1) + ">");
                }
            }
        }
        return new ArrayList<>(ids);
    }

    /** What the mail answers, oldest first; the first and the last hundred where there are more. */
    static List<String> references(Headers headers) {
        List<String> ids = all(headers.first("references"));
        if (ids.size() <= MAX_REFERENCES) {
            return ids;
        }
        List<String> kept = new ArrayList<>(ids.subList(ids.size() - MAX_REFERENCES + 1, ids.size()));
        kept.add(0, ids.get(0));
        return kept;
    }

    private static @Nullable String bare(String header) {
        Matcher matcher = BARE.matcher(header);
        return matcher.find() ? "<" + matcher.group() + ">" : null;
    }

    /** The first {@code digits} hexadecimal digits of the SHA-256 of {@code bytes} from {@code from} on. */
    public static String sha256(byte[] bytes, int from, int digits) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, from, bytes.length - from);
            return HexFormat.of().formatHex(digest.digest()).substring(0, digits);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The same of a text. */
    public static String sha256(String text, int digits) {
        return sha256(text.getBytes(StandardCharsets.UTF_8), 0, digits);
    }
}
