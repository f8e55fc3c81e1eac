package org.kontor.api.conversation;

import org.jspecify.annotations.Nullable;

/** What has become of an inquiry, as reports count it. Exactly one holds. */
public enum InquiryOutcome {
    OPEN,
    ANSWERED,
    ANSWERED_ELSEWHERE,
    IGNORED,
    MERGED,
    DELETED;

    /** The outcome of an end; open for null. */
    public static InquiryOutcome of(@Nullable InquiryEnd end) {
        return switch (end) {
            case null -> OPEN;
            case InquiryEnd.Answered a -> ANSWERED;
            case InquiryEnd.AnsweredElsewhere a -> ANSWERED_ELSEWHERE;
            case InquiryEnd.Ignored i -> IGNORED;
            case InquiryEnd.Merged m -> MERGED;
            case InquiryEnd.Deleted d -> DELETED;
        };
    }

    /** Whether the customer got an answer, from here or elsewhere. */
    public boolean answered() {
        return this == ANSWERED || this == ANSWERED_ELSEWHERE;
    }
}
