package org.kontor.api.ledger;

/**
 * The second balance: inquiries begun = answered + ignored + merged + deleted + open. Answered includes elsewhere.
 *
 * @param escalated how many of the open ones are in an open case; counted in {@code open}, no part of the sum
 */
public record InquiryBalance(
        long begun, long answered, long ignored, long merged, long deleted, long open, long escalated) {
    /** Whether the sum of the parts is what has begun, and no more is escalated than is open. */
    public boolean holds() {
        return answered + ignored + merged + deleted + open == begun && escalated <= open;
    }
}
