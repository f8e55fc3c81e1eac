package org.kontor.api.ledger;

/** The second balance: inquiries begun = answered + ignored + merged + deleted + open. Answered includes elsewhere. */
public record InquiryBalance(long begun, long answered, long ignored, long merged, long deleted, long open) {
    /** Whether the sum of the parts is what has begun. */
    public boolean holds() {
        return answered + ignored + merged + deleted + open == begun;
    }
}
