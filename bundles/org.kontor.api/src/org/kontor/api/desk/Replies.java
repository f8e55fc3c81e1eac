package org.kontor.api.desk;

import java.util.List;
import java.util.Locale;
import org.eclipse.core.runtime.IProgressMonitor;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Scope;
import org.kontor.api.channel.OutgoingAttachment;
import org.kontor.api.channel.ReplyMode;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.MessageId;
import org.kontor.api.id.OutboxId;
import org.kontor.api.outbox.OutboxEntry;
import org.kontor.api.reply.Checked;
import org.kontor.api.store.ConversationRef;

/** Answering. Does disk I/O. */
public interface Replies {
    /**
     * A reply that an agent lets go.
     *
     * @param answers the message it answers; null for the newest one that can be answered
     * @param brandSeen the brand the agent saw when writing; a guard against answering under the wrong one
     */
    record ReplyRequest(
            ConversationRef conversation,
            BrandId brandSeen,
            @Nullable MessageId answers,
            ReplyMode mode,
            String text,
            List<String> cc,
            List<String> bcc,
            List<OutgoingAttachment> attachments) {
        public ReplyRequest {
            cc = List.copyOf(cc);
            bcc = List.copyOf(bcc);
            attachments = List.copyOf(attachments);
        }
    }

    /** What became of a request. */
    sealed interface Outcome {
        /** Durable in the outbox; the draft is gone, the inquiry ends when it is sent. */
        record Queued(OutboxEntry entry) implements Outcome {}

        /**
         * Not taken; nothing has changed and the draft stays.
         *
         * @param reason decides the sentence shown
         * @param detail what exactly, such as the limit that is exceeded
         */
        record Refused(Reason reason, String detail) implements Outcome {}
    }

    /** Why a reply is not taken. */
    enum Reason {
        EMPTY,
        TOO_LONG,
        WRONG_BRAND,
        NOTHING_TO_ANSWER,
        MODE_NOT_OFFERED,
        ATTACHMENT_NOT_TAKEN,
        BAD_ADDRESS,
        CHANNEL_NOT_INSTALLED,
        /** A check said stop; the detail is its sentence. */
        CHECK_STOPPED
    }

    /**
     * Looks at a reply as it is being written: asks every check that may see its brand. Takes as long as the slowest check may.
     *
     * @param locale the language of the sentences
     * @throws org.eclipse.core.runtime.OperationCanceledException if {@code monitor} was cancelled
     */
    Checked check(Scope scope, ReplyRequest request, Locale locale, IProgressMonitor monitor);

    /** Queues a reply, after the checks have looked at it once more. */
    Outcome reply(Scope scope, ReplyRequest request);

    /** Takes a reply back while it is still QUEUED; its text becomes the draft again. False if it was too late. */
    boolean takeBack(Scope scope, BrandId brand, OutboxId entry);

    /** Queues a FAILED reply again under the same key. False if it is not FAILED. */
    boolean retry(Scope scope, BrandId brand, OutboxId entry);

    /** An agent's word that an UNDECIDED reply did arrive. False if it is not UNDECIDED. */
    boolean confirmSent(Scope scope, BrandId brand, OutboxId entry);

    /** An agent's word to send an UNDECIDED reply again, under the same key. False if it is not UNDECIDED. */
    boolean sendAgain(Scope scope, BrandId brand, OutboxId entry);

    /** Gives a FAILED or UNDECIDED reply up; its text becomes the draft again. False in any other state. */
    boolean giveUp(Scope scope, BrandId brand, OutboxId entry);
}
