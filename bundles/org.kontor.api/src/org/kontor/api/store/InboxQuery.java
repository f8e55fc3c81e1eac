package org.kontor.api.store;

import java.util.Set;
import org.kontor.api.account.ChannelType;
import org.kontor.api.id.BrandId;

/**
 * What an inbox list shows.
 *
 * @param brands empty for all of the scope
 * @param channels empty for all
 * @param text words to be found in messages, subjects and names (all of them, the last one as a prefix; "quoted" as a
 *     phrase); empty for no search
 */
public record InboxQuery(Queue queue, Set<BrandId> brands, Set<ChannelType> channels, String text, Order order) {
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
