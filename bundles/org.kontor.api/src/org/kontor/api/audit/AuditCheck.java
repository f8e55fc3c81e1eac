package org.kontor.api.audit;

import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.kontor.api.id.AuditEntryId;

/** What a check of a brand's audit trail found. */
public sealed interface AuditCheck {
    /**
     * Every entry is as it was written, and none is missing.
     *
     * @param entries how many were looked at
     * @param since the first month that is still there; null where there is none
     * @param dropped whether months before that were dropped
     * @param head where the trail stands; null for an empty one
     */
    record Whole(
            long entries,
            @Nullable YearMonth since,
            boolean dropped,
            @Nullable AuditAnchor head) implements AuditCheck {}

    /**
     * Somebody has worked on the database.
     *
     * @param entries how many before it are as they were written
     * @param entry the first one that is wrong, or before which something is wrong; null where a whole month is
     * @param at when that entry says it was written; null without one
     * @param field the name of the detail that is wrong; null where it is not a detail
     */
    record Broken(
            long entries,
            YearMonth month,
            @Nullable AuditEntryId entry,
            @Nullable Instant at,
            Why why,
            @Nullable String field)
            implements AuditCheck {}

    /** The check was cancelled; so far all was well. */
    record Cancelled(long entries) implements AuditCheck {}

    /** What is wrong. */
    enum Why {
        /** The content of a detail is not what was written. */
        FIELD_CHANGED,
        /** The entry is not what was written, or it was put there later, or it has changed places. */
        ENTRY_CHANGED,
        /** Before this entry another one is missing. */
        ENTRY_MISSING,
        /** The last entries of the month are missing, or its anchor was changed. */
        END_MISSING,
        /** The month has entries but no anchor. */
        ANCHOR_MISSING,
        /** The month has an anchor but no entries, although an earlier month has some. */
        MONTH_MISSING,
        /** The trail does not lead to an anchor that was kept elsewhere. */
        NOT_AS_KNOWN
    }
}
