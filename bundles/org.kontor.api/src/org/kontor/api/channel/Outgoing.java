package org.kontor.api.channel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reply on its way to a channel.
 *
 * @param mode how it goes out
 * @param replyTarget what {@link Normalised.Item#replyTarget} said of the message that is answered
 * @param parent id of the message that is answered
 * @param subject of a mail; null elsewhere
 * @param text plain text
 * @param cc further addresses of a mail; else empty
 * @param bcc hidden addresses of a mail; else empty
 * @param attachments in order
 */
public record Outgoing(
        ReplyMode mode,
        String replyTarget,
        ExternalId parent,
        @Nullable String subject,
        String text,
        List<String> cc,
        List<String> bcc,
        List<OutgoingAttachment> attachments) {
    public Outgoing {
        cc = List.copyOf(cc);
        bcc = List.copyOf(bcc);
        attachments = List.copyOf(attachments);
    }

    /** A plain reply without subject, further addresses or attachments. */
    public static Outgoing text(ReplyMode mode, String replyTarget, ExternalId parent, String text) {
        return new Outgoing(mode, replyTarget, parent, null, text, List.of(), List.of(), List.of());
    }
}
