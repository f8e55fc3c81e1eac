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
 * @param note the internal note that is being written beside the reply; empty for none
 */
public record Draft(
        ConversationId conversation,
        UserId author,
        ReplyMode mode,
        String text,
        List<String> cc,
        List<String> bcc,
        List<OutgoingAttachment> attachments,
        Instant changed,
        String note) {
    /** A draft without a note. */
    public Draft(
            ConversationId conversation,
            UserId author,
            ReplyMode mode,
            String text,
            List<String> cc,
            List<String> bcc,
            List<OutgoingAttachment> attachments,
            Instant changed) {
        this(conversation, author, mode, text, cc, bcc, attachments, changed, "");
    }

    public Draft {
        cc = List.copyOf(cc);
        bcc = List.copyOf(bcc);
        attachments = List.copyOf(attachments);
    }

    /** Whether nothing of a reply has been typed; there may be a note. */
    public boolean withoutReply() {
        return text.isBlank() && attachments.isEmpty() && cc.isEmpty() && bcc.isEmpty();
    }

    /** The same with another note. */
    public Draft withNote(String other) {
        return new Draft(conversation, author, mode, text, cc, bcc, attachments, changed, other);
    }
}
