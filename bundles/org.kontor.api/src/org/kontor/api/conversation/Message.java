package org.kontor.api.conversation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kontor.api.channel.Direction;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Visibility;
import org.kontor.api.id.AccountId;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.ConversationId;
import org.kontor.api.id.LedgerId;
import org.kontor.api.id.MessageId;
import org.kontor.api.id.OutboxId;
import org.kontor.api.id.ProfileId;

/**
 * One item in a conversation, in its newest version.
 *
 * @param externalId unique within the account
 * @param parent id of the message it answers on the channel; null where there is none
 * @param author null for what the brand wrote or nobody wrote (a notice)
 * @param authorName as shown; the account's name for the brand's own
 * @param authorHandle as the channel names him; may be empty
 * @param text plain; empty once redacted
 * @param html as it came, NOT sanitised; null where there is none. Kept for "open original" only
 * @param version the newest version's mark; see design.md 2.2
 * @param versions how many versions there are, at least 1
 * @param history published before the account's start: no inquiry
 * @param automatic an auto-reply, a newsletter
 * @param replyTarget what the connector needs to answer it; null where it cannot be answered
 * @param outbox the outbox entry it was sent by; null for everything else
 * @param source the ledger entry it was last read from; null for a message that only we know yet
 * @param publishedAt by the platform's clock
 * @param seenAt when we saw it first
 */
public record Message(
        MessageId id,
        BrandId brand,
        AccountId account,
        ConversationId conversation,
        ExternalId externalId,
        @Nullable ExternalId parent,
        MessageKind kind,
        Direction direction,
        @Nullable ProfileId author,
        String authorName,
        String authorHandle,
        @Nullable String subject,
        String text,
        @Nullable String html,
        String version,
        int versions,
        Visibility visibility,
        MessageState state,
        boolean history,
        boolean automatic,
        List<Attachment> attachments,
        @Nullable String permalink,
        @Nullable String replyTarget,
        @Nullable OutboxId outbox,
        @Nullable LedgerId source,
        Instant publishedAt,
        Instant seenAt) {
    public Message {
        attachments = List.copyOf(attachments);
    }
}
