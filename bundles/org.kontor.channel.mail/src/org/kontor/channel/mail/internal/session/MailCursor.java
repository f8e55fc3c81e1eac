package org.kontor.channel.mail.internal.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.api.channel.Cursor;
import org.kontor.channel.mail.internal.read.Envelope.Folder;

/**
 * How far a mailbox has been read.
 *
 * @param inbox null before the first read
 * @param sent null before the first read, or where there is no such folder
 */
record MailCursor(@Nullable Place inbox, @Nullable Place sent) {
    static final MailCursor START = new MailCursor(null, null);

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * How far one folder has been read. At the beginning, and after the server numbered its mails anew, only mails since
     * {@code floor} are read, up to {@code until}; then everything with a higher UID.
     *
     * @param folder its name on the server
     * @param validity UIDVALIDITY: another one means that the UIDs mean nothing any more
     * @param last the highest UID that has been read
     * @param floor the day since which mails are read; null once the window is done
     * @param until the last UID of the window
     * @param modSeq the state of the flags that has been seen (RFC 7162); 0 where the server counts none
     * @param day when the folder was last read to its end
     */
    record Place(
            String folder,
            long validity,
            long last,
            @Nullable LocalDate floor,
            long until,
            long modSeq,
            @Nullable LocalDate day) {
        Place readTo(long uid) {
            return new Place(folder, validity, uid, floor, until, modSeq, day);
        }

        /** The window has been read. */
        Place live() {
            return new Place(folder, validity, Math.max(last, until), null, 0, modSeq, day);
        }

        Place withModSeq(long seen) {
            return new Place(folder, validity, last, floor, until, seen, day);
        }

        Place readOn(LocalDate today) {
            return new Place(folder, validity, last, floor, until, modSeq, today);
        }
    }

    @Nullable
    Place place(Folder role) {
        return role == Folder.INBOX ? inbox : sent;
    }

    MailCursor with(Folder role, @Nullable Place place) {
        return role == Folder.INBOX ? new MailCursor(place, sent) : new MailCursor(inbox, place);
    }

    Cursor print() {
        ObjectNode body = JSON.createObjectNode().put("v", 1);
        put(body, "inbox", inbox);
        put(body, "sent", sent);
        return new Cursor(body.toString());
    }

    /** Reads a cursor; empty if it was not written by {@link #print}. */
    static Optional<MailCursor> parse(Cursor cursor) {
        if (cursor.atStart()) {
            return Optional.of(START);
        }
        try {
            JsonNode body = JSON.readTree(cursor.value());
            if (body.path("v").asInt() != 1) {
                return Optional.empty();
            }
            return Optional.of(new MailCursor(place(body.path("inbox")), place(body.path("sent"))));
        } catch (JsonProcessingException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static void put(ObjectNode body, String name, @Nullable Place place) {
        if (place == null) {
            return;
        }
        ObjectNode node = body.putObject(name)
                .put("folder", place.folder())
                .put("validity", place.validity())
                .put("last", place.last());
        LocalDate floor = place.floor();
        if (floor != null) {
            node.put("floor", floor.toString()).put("until", place.until());
        }
        if (place.modSeq() > 0) {
            node.put("modseq", place.modSeq());
        }
        LocalDate day = place.day();
        if (day != null) {
            node.put("day", day.toString());
        }
    }

    private static @Nullable Place place(JsonNode node) {
        if (!node.isObject()) {
            return null;
        }
        return new Place(
                node.path("folder").asText(""),
                node.path("validity").asLong(),
                node.path("last").asLong(),
                date(node.path("floor")),
                node.path("until").asLong(),
                node.path("modseq").asLong(),
                date(node.path("day")));
    }

    private static @Nullable LocalDate date(JsonNode node) {
        return node.isTextual() ? LocalDate.parse(node.asText()) : null;
    }
}
