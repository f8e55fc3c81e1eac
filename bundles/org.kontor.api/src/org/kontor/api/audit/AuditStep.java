package org.kontor.api.audit;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.kontor.api.id.AuditEntryId;

/** How far a check has come, one bounded transaction after the other. */
public sealed interface AuditStep {
    /**
     * So far all is well.
     *
     * @param month the month that is looked at; null before the first
     * @param last the last entry that was looked at in it; null before the first
     * @param position its position in the month; 0 before the first
     * @param hash its hash, SHA-256 in hex; that of the month before while there is none; empty at the very beginning
     * @param entries how many were looked at in all
     * @param since the first month that had entries; null before it
     * @param dropped whether months before that are gone
     */
    record Onward(
            @Nullable YearMonth month,
            @Nullable AuditEntryId last,
            long position,
            String hash,
            long entries,
            @Nullable YearMonth since,
            boolean dropped)
            implements AuditStep {
        /** Before the first entry. */
        public static final Onward START = new Onward(null, null, 0, "", 0, null, false);
    }

    /** The end. */
    record Found(AuditCheck check) implements AuditStep {}
}
