package org.kontor.api.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kontor.api.id.AccountId;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.ConversationId;
import org.kontor.api.id.InquiryId;
import org.kontor.api.id.MessageId;

/**
 * Begins with the first inbound message after the last answer and takes up all that follow until it ends.
 *
 * @param first the message it began with
 * @param began when that was published
 * @param seen when we saw it
 * @param end how it ended; null while it is open
 */
public record Inquiry(
        InquiryId id,
        BrandId brand,
        AccountId account,
        ConversationId conversation,
        MessageId first,
        Instant began,
        Instant seen,
        @Nullable InquiryEnd end) {}
