package org.kontor.api.channel;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an event means. One event may mean several things; none is ever dropped without one of these. */
public sealed interface Normalised {
    /**
     * A message, new or in a new version.
     *
     * @param id the message's id; equal ids are versions of one message
     * @param version the platform's edit stamp or content id; null where it has none (then the content's hash is used)
     * @param direction OUTBOUND when the brand itself wrote it, here or elsewhere
     * @param thread where it belongs
     * @param author who wrote it; {@link Author#UNKNOWN} where the platform hides it
     * @param subject of a mail; null elsewhere
     * @param text plain text, never null, may be empty
     * @param html the rich form as it came, not sanitised; null where there is none
     * @param publishedAt when the author published it, by the platform's clock
     * @param visibility who can read it
     * @param automatic true for auto-replies, out-of-office notes, newsletters: shown, but no inquiry and never answered
     *     automatically (RFC 3834)
     * @param attachments in order
     * @param permalink where it can be read in a browser; null where it cannot
     * @param replyTarget what the connector needs to answer it, in its own writing; null where it cannot be answered
     */
    record Item(
            ExternalId id,
            @Nullable String version,
            Direction direction,
            ThreadRef thread,
            Author author,
            @Nullable String subject,
            String text,
            @Nullable String html,
            Instant publishedAt,
            Visibility visibility,
            boolean automatic,
            List<AttachmentRef> attachments,
            @Nullable String permalink,
            @Nullable String replyTarget)
            implements Normalised {
        public Item {
            attachments = List.copyOf(attachments);
        }
    }

    /**
     * The author or the platform took a message away.
     *
     * @param id of the message that is gone
     * @param at when; null where only the absence was noticed
     */
    record Deleted(ExternalId id, @Nullable Instant at) implements Normalised {}

    /**
     * The brand answered with another client, seen by a flag rather than a message (IMAP {@code \Answered}).
     *
     * @param id of the message that was answered
     */
    record AnsweredElsewhere(ExternalId id, @Nullable Instant at) implements Normalised {}

    /**
     * A reply of ours could not be delivered after the platform had taken it (a bounce, RFC 3464).
     *
     * @param id of the bounce itself
     * @param about the id of our message that did not arrive; null where the report does not tell
     * @param thread where the report belongs
     * @param permanent whether trying again is pointless
     * @param reason the receiving side's words
     */
    record NotDelivered(
            ExternalId id,
            @Nullable ExternalId about,
            ThreadRef thread,
            boolean permanent,
            String reason,
            Instant publishedAt)
            implements Normalised {}

    /**
     * Nothing that anyone has to answer: a like, a follower, a read receipt.
     *
     * @param reason a short stable word for the ledger's balance, such as {@code like}
     */
    record NotAnInquiry(String reason) implements Normalised {}

    /**
     * The payload cannot be read. It becomes a visible item with its source.
     *
     * @param reason for the one who looks at it; no message text
     */
    record Unreadable(String reason) implements Normalised {}
}
