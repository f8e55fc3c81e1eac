package org.kontor.simulator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An answer of a brand as it stands on the server for the customer to read.
 *
 * @param brand key of the brand that answered
 * @param channel where
 * @param id Message-ID with angle brackets, or at-uri
 * @param inReplyTo the message it answers; null when the answer names none
 * @param customer mail address or handle of the customer
 * @param text what the customer reads
 * @param arrivedAt when the server took it
 * @param seenAt when the customer read it; null as long as he has not
 * @param copies how often the customer got the same answer (same words to the same message); 1 is right
 */
public record SeenAnswer(
        String brand,
        Channel channel,
        String id,
        @Nullable String inReplyTo,
        String customer,
        String text,
        Instant arrivedAt,
        @Nullable Instant seenAt,
        int copies) {}
