package org.kontor.api.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kontor.api.id.AccountId;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.UserId;
import org.kontor.api.store.Queue;

/** A number that is kept and is not what the rows say. */
public sealed interface BalanceDifference {
    BrandId brand();

    /** What is kept. */
    long kept();

    /** What the rows say. */
    long counted();

    /**
     * Events of an account on a day.
     *
     * @param day of the brand; null for {@link EventNumber#DUPLICATE} of all days, whose repeats the rows do not tell apart
     */
    record OfEvents(
            BrandId brand, AccountId account, @Nullable LocalDate day, EventNumber number, long kept, long counted)
            implements BalanceDifference {}

    /**
     * Inquiries that began on a day: those begun, against those that are open or have an end. Nothing that is kept can be counted
     * anew here; somebody has to look at the rows.
     */
    record OfInquiries(BrandId brand, AccountId account, LocalDate day, long kept, long counted)
            implements BalanceDifference {}

    /**
     * Conversations in a queue.
     *
     * @param user whose, for {@link Queue#MINE}; else null
     */
    record OfQueue(BrandId brand, Queue queue, @Nullable UserId user, long kept, long counted)
            implements BalanceDifference {}
}
