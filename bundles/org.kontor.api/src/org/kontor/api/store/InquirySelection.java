package org.kontor.api.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kontor.api.conversation.InquiryOutcome;
import org.kontor.api.id.AccountId;
import org.kontor.api.id.BrandId;

/**
 * Which inquiries a report looks at. Empty sets mean all.
 *
 * @param brands narrows what the scope may read; never widens it
 * @param accounts only those of these accounts
 * @param dated which time {@code from}, {@code to} and {@code quarters} speak of
 * @param from inclusive
 * @param to exclusive
 * @param quarters only those in these quarters of an hour, counted from 1970-01-01T00:00Z. Every time zone of today is a whole
 *     number of them away from UTC, so days and hours of any brand are made of them
 * @param outcomes only those with one of these outcomes
 * @param promise only those of which this is true; null for all
 */
public record InquirySelection(
        Set<BrandId> brands,
        Set<AccountId> accounts,
        Dated dated,
        Instant from,
        Instant to,
        Set<Long> quarters,
        Set<InquiryOutcome> outcomes,
        @Nullable Promise promise) {
    /** The length of the spans that inquiries are counted by. */
    public static final Duration QUARTER = Duration.ofMinutes(15);

    /** A time of an inquiry. */
    public enum Dated {
        /** When its first message was published. */
        BEGUN,
        /** When it ended; open ones have no such time. */
        ENDED
    }

    /**
     * What became of the deadline of an inquiry: the one that its clock had last, while it was open. Those that ended before
     * deadlines were kept, and those of whom nothing was promised, have none and are left out.
     *
     * @param at the moment of the question
     * @param kept true for those answered before their deadline; false for all whose deadline has been decided: they are
     *     answered, early or late, or they are open and late at that moment
     */
    public record Promise(Instant at, boolean kept) {}

    /** A selection whatever was promised. */
    public InquirySelection(
            Set<BrandId> brands,
            Set<AccountId> accounts,
            Dated dated,
            Instant from,
            Instant to,
            Set<Long> quarters,
            Set<InquiryOutcome> outcomes) {
        this(brands, accounts, dated, from, to, quarters, outcomes, null);
    }

    public InquirySelection {
        brands = Set.copyOf(brands);
        accounts = Set.copyOf(accounts);
        quarters = Set.copyOf(quarters);
        outcomes = Set.copyOf(outcomes);
        if (from.isBefore(Instant.EPOCH)) {
            throw new IllegalArgumentException("reports begin in 1970, not " + from);
        }
    }

    /** The quarter of an hour in which a time lies. */
    public static long quarter(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), QUARTER.toSeconds());
    }

    /** The same selection with other outcomes. */
    public InquirySelection only(Set<InquiryOutcome> wanted) {
        return new InquirySelection(brands, accounts, dated, from, to, quarters, wanted, promise);
    }

    /** The same selection of those whose deadlines went so. */
    public InquirySelection promised(Promise wanted) {
        return new InquirySelection(brands, accounts, dated, from, to, quarters, outcomes, wanted);
    }
}
