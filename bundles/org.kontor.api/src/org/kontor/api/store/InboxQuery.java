package org.kontor.api.store;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.ChannelType;
import org.kontor.api.id.BrandId;

/**
 * What an inbox list shows.
 *
 * @param brands empty for all of the scope
 * @param channels empty for all
 * @param text words to be found in messages, subjects and names (all of them, the last one as a prefix; "quoted" as a
 *     phrase); empty for no search
 * @param finished what is finished (neither open nor snoozed) only with its last activity in this span; null for all
 */
public record InboxQuery(
        Queue queue,
        Set<BrandId> brands,
        Set<ChannelType> channels,
        String text,
        Order order,
        @Nullable Span finished) {
    /**
     * A stretch of time.
     *
     * @param from inclusive
     * @param to exclusive
     */
    public record Span(Instant from, Instant to) {
        /** Whether a moment lies within. */
        public boolean holds(Instant at) {
            return !at.isBefore(from) && at.isBefore(to);
        }
    }

    /** How the list is ordered; ties by id. */
    public enum Order {
        /** By due time, then by waiting time: what is most urgent comes first. */
        URGENT_FIRST,
        /** By last activity, newest first. */
        NEWEST_FIRST,
        /** By last activity, oldest first. */
        OLDEST_FIRST
    }

    public InboxQuery {
        brands = Set.copyOf(brands);
        channels = Set.copyOf(channels);
        text = text.strip();
    }

    /** Whatever its time. */
    public InboxQuery(Queue queue, Set<BrandId> brands, Set<ChannelType> channels, String text, Order order) {
        this(queue, brands, channels, text, order, null);
    }

    /** A queue over all brands and channels. */
    public static InboxQuery of(Queue queue) {
        return new InboxQuery(
                queue,
                Set.of(),
                Set.of(),
                "",
                queue == Queue.UNANSWERED || queue == Queue.MINE || queue == Queue.UNASSIGNED
                        ? Order.URGENT_FIRST
                        : Order.NEWEST_FIRST);
    }
}
