package org.kontor.api.conversation;

import java.time.Instant;
import java.util.List;
import org.kontor.api.channel.OutgoingAttachment;
import org.kontor.api.channel.ReplyMode;
import org.kontor.api.id.ConversationId;
import org.kontor.api.id.UserId;

/**
 * What an agent has typed and not yet sent.
 *
 * @param cc further addresses of a mail
 * @param bcc hidden addresses of a mail
 */
public record Draft(
        ConversationId conversation,
        UserId author,
        ReplyMode mode,
        String text,
        List<String> cc,
        List<String> bcc,
        List<OutgoingAttachment> attachments,
        Instant changed) {
    public Draft {
        cc = List.copyOf(cc);
        bcc = List.copyOf(bcc);
        attachments = List.copyOf(attachments);
    }
}
