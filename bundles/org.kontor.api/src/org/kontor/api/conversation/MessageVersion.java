package org.kontor.api.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kontor.api.id.MessageId;

/**
 * One version of a message.
 *
 * @param number 1 for the first we saw
 * @param version the platform's mark, else the content's hash
 * @param text empty once redacted
 * @param seenAt when we saw it
 */
public record MessageVersion(
        MessageId message,
        int number,
        String version,
        @Nullable String subject,
        String text,
        Instant seenAt) {}
