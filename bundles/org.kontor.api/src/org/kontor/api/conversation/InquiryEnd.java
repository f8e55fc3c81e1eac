package org.kontor.api.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kontor.api.id.InquiryId;
import org.kontor.api.id.MessageId;

/** How an inquiry ended. */
public sealed interface InquiryEnd {
    /** When. */
    Instant at();

    /** Answered from here. */
    record Answered(Instant at, MessageId answer) implements InquiryEnd {}

    /**
     * Answered from the platform's own app or another client.
     *
     * @param answer null where only a flag told
     */
    record AnsweredElsewhere(Instant at, @Nullable MessageId answer) implements InquiryEnd {}

    /** Set aside. Closing without an answer ("resolved") is one of the reasons. */
    record Ignored(Instant at, IgnoreReason reason) implements InquiryEnd {}

    /** Taken up by another. */
    record Merged(Instant at, InquiryId into) implements InquiryEnd {}

    /** All its messages were taken away by their author. */
    record Deleted(Instant at) implements InquiryEnd {}
}
