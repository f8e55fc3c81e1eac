package org.kontor.channel.mail.internal.read;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the mailbox knows of a mail and the mail itself does not say. It stands as one header line before the mail in the
 * payload of an event, so that the payload alone tells everything. A line of the same name inside a mail means nothing:
 * only the very first line is read, and that one is always ours.
 *
 * @param folder where the mail lay
 * @param stored when the mailbox took it (INTERNALDATE); null if the server does not tell
 * @param size of the whole mail in bytes
 * @param whole whether all of the mail follows; false where it is too large and only its beginning does
 */
public record Envelope(Folder folder, @Nullable Instant stored, long size, boolean whole) {
    /** The role of a folder. */
    public enum Folder {
        INBOX,
        SENT;

        /** As it stands in ids and payloads. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String NAME = "X-Kontor-Envelope: ";
    private static final int MAX_LINE = 200;

    /** The payload of the event that carries {@code mail}. */
    public byte[] before(byte[] mail) {
        String line = NAME + "v=1; folder=" + folder.word() + "; stored=" + (stored == null ? "" : stored) + "; size="
                + size + "; whole=" + (whole ? "yes" : "no") + "\r\n";
        byte[] head = line.getBytes(StandardCharsets.US_ASCII);
        byte[] payload = Arrays.copyOf(head, head.length + mail.length);
        System.arraycopy(mail, 0, payload, head.length, mail.length);
        return payload;
    }

    /** A payload taken apart. */
    record Opened(Envelope envelope, int mailFrom) {}

    /** Reads the envelope of a payload; a bare mail counts as lying in the inbox. */
    static Opened open(byte[] payload) {
        int end = 0;
        while (end < payload.length && end < MAX_LINE && payload[end] != '\n') {
            end++;
        }
        String line = new String(payload, 0, end, StandardCharsets.ISO_8859_1).strip();
        if (!line.startsWith(NAME) || end == payload.length || end == MAX_LINE) {
            return new Opened(new Envelope(Folder.INBOX, null, payload.length, true), 0);
        }
        Folder folder = Folder.INBOX;
        Instant stored = null;
        long size = payload.length - end - 1L;
        boolean whole = true;
        for (String entry : line.substring(NAME.length()).split("; ")) {
            String value = entry.substring(entry.indexOf('=') + 1);
            switch (entry.substring(0, Math.max(0, entry.indexOf('=')))) {
                case "folder" -> folder = value.equals("sent") ? Folder.SENT : Folder.INBOX;
                case "stored" -> stored = instant(value);
                case "size" -> size = value.matches("\\d{1,18}") ? Long.parseLong(value) : size;
                case "whole" -> whole = !value.equals("no");
                default -> {}
            }
        }
        return new Opened(new Envelope(folder, stored, size, whole), end + 1);
    }

    private static @Nullable Instant instant(String value) {
        try {
            return value.isEmpty() ? null : Instant.parse(value);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
