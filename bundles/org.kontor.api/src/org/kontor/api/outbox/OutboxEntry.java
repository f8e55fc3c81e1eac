package org.kontor.api.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Fault;
import org.kontor.api.channel.Outgoing;
import org.kontor.api.id.AccountId;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.ConversationId;
import org.kontor.api.id.MessageId;
import org.kontor.api.id.OutboxId;
import org.kontor.api.id.UserId;

/**
 * A reply in the outbox.
 *
 * @param message the conversation's item that shows it
 * @param key the idempotency key; made before the first try, the same for every try
 * @param attempts how often it was handed to the channel
 * @param readBacks how often an undecided send was looked for
 * @param fault why it failed or waits; null where nothing is wrong
 * @param detail what is known of an undecided send; null else
 * @param sentAs the id under which the platform has it; only when SENT
 * @param createdAt when the agent let it go
 * @param notBefore the earliest time of the next step
 * @param settledAt when it reached its state
 */
public record OutboxEntry(
        OutboxId id,
        BrandId brand,
        AccountId account,
        ConversationId conversation,
        MessageId message,
        UserId author,
        String key,
        Outgoing reply,
        OutboxState state,
        int attempts,
        int readBacks,
        @Nullable Fault fault,
        @Nullable String detail,
        @Nullable ExternalId sentAs,
        Instant createdAt,
        Instant notBefore,
        @Nullable Instant settledAt) {
    /** {@link #notBefore} of an entry whose next step needs a person. */
    public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");
}
