package org.kontor.channel.bluesky.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Timestamp identifiers, the usual record keys: 53 bits of microseconds and 10 bits of clock id, in 13 letters that sort by
 * time (https://atproto.com/specs/tid).
 */
final class Tid {
    private static final String LETTERS = "234567abcdefghijklmnopqrstuvwxyz";
    private static final Pattern FORM = Pattern.compile("[2-7a-j][2-7a-z]{12}");

    private Tid() {}

    /**
     * A key for something queued at {@code at}. The same content at the same time always gives the same key; what
     * distinguishes two things of one millisecond comes from their content, as a random number would not survive a retry.
     */
    static String of(Instant at, String content) {
        long hash = ByteBuffer.wrap(sha256(content)).getLong() >>> 1;
        long micros = at.toEpochMilli() * 1_000 + hash % 1_000;
        return encode(micros << 10 | hash / 1_000 & 0x3ff);
    }

    /** The smallest key of a time. */
    static String first(Instant at) {
        return encode(Math.max(0, at.toEpochMilli()) * 1_000 << 10);
    }

    /** The time in a key; empty if it is not of this form. */
    static Optional<Instant> time(String tid) {
        if (!FORM.matcher(tid).matches()) {
            return Optional.empty();
        }
        long value = 0;
        for (int i = 0; i < tid.length(); i++) {
            value = value << 5 | LETTERS.indexOf(tid.charAt(i));
        }
        long micros = value >>> 10;
        return Optional.of(Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000));
    }

    private static String encode(long value) {
        char[] letters = new char[13];
        long rest = value;
        for (int i = 12; i >= 0; i--) {
            letters[i] = LETTERS.charAt((int) (rest & 31));
            rest >>>= 5;
        }
        return new String(letters);
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
