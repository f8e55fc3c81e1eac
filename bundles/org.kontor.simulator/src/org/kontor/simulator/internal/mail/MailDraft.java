package org.kontor.simulator.internal.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kontor.simulator.CustomerMessage.Form;

/**
 * What a mail says, before it becomes bytes.
 *
 * @param fromName name of the sender
 * @param from address of the sender
 * @param to address of the recipient
 * @param subject subject
 * @param text text with line feeds
 * @param messageId Message-ID with angle brackets
 * @param inReplyTo Message-ID of the mail that this one answers, or null
 * @param references Message-IDs of the thread up to that one, separated by blanks; empty when there are none
 * @param date the sender's time
 * @param form how it is built
 */
public record MailDraft(
        String fromName,
        String from,
        String to,
        String subject,
        String text,
        String messageId,
        @Nullable String inReplyTo,
        String references,
        Instant date,
        Form form) {}
