package org.kontor.api.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.ChannelType;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Visibility;
import org.kontor.api.clock.Deadline;
import org.kontor.api.id.AccountId;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.ConversationId;
import org.kontor.api.id.InquiryId;
import org.kontor.api.id.ProfileId;
import org.kontor.api.id.UserId;

/**
 * A thread: a public comment tree, a private thread, a mail thread, a chat. What a row of the inbox shows stands here.
 *
 * @param root id of the thread's first message on the channel; unique within the account
 * @param customer whose inquiry is, or was last, open here; null while only the brand wrote
 * @param customerName as shown; empty while {@code customer} is null
 * @param subject of a mail; null elsewhere
 * @param preview first words of the last message, one line, at most 200 characters
 * @param inquiry the open inquiry; null while none is
 * @param waitingSince when the open inquiry began (published); null while none is open
 * @param warn from when on the open inquiry is urgent; null without a clock
 * @param due when an answer is due; null without a clock
 * @param snoozedUntil only in state SNOOZED
 * @param assignee who takes care; null for nobody yet
 * @param sendTrouble whether a reply failed or is undecided
 * @param unreadable whether a message of it could not be read
 * @param triage what is known of the open inquiry's kind
 * @param lastActivity when the last message was published
 * @param created when we saw the first of it
 * @param escalated whether an open case holds it; the store keeps it with the cases, whatever is saved here
 */
public record Conversation(
        ConversationId id,
        BrandId brand,
        AccountId account,
        ChannelType channel,
        ExternalId root,
        Visibility visibility,
        @Nullable ProfileId customer,
        String customerName,
        @Nullable String subject,
        String preview,
        ConversationState state,
        @Nullable InquiryId inquiry,
        @Nullable Instant waitingSince,
        @Nullable Instant warn,
        @Nullable Instant due,
        @Nullable Instant snoozedUntil,
        @Nullable UserId assignee,
        boolean sendTrouble,
        boolean unreadable,
        Triage triage,
        int messageCount,
        Instant lastActivity,
        Instant created,
        boolean escalated) {
    /** The same with another clock; null stops it. */
    public Conversation withClock(@Nullable Deadline deadline) {
        return new Conversation(
                id,
                brand,
                account,
                channel,
                root,
                visibility,
                customer,
                customerName,
                subject,
                preview,
                state,
                inquiry,
                waitingSince,
                deadline == null ? null : deadline.warn(),
                deadline == null ? null : deadline.due(),
                snoozedUntil,
                assignee,
                sendTrouble,
                unreadable,
                triage,
                messageCount,
                lastActivity,
                created,
                escalated);
    }
}
