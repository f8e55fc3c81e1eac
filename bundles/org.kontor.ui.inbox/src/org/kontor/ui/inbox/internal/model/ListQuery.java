package org.kontor.ui.inbox.internal.model;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.kontor.api.account.ChannelType;
import org.kontor.api.id.BrandId;
import org.kontor.api.store.InboxQuery;
import org.kontor.api.store.InboxQuery.Order;
import org.kontor.api.store.Queue;

/** What the user asked the list for. Each change says whether it asks for something else than before. */
final class ListQuery {
    private final Map<Queue, Order> orders = new EnumMap<>(Queue.class);
    private Queue queue = Queue.UNANSWERED;
    private Set<BrandId> brands = Set.of();
    private Set<ChannelType> channels = Set.of();
    private String text = "";
    private boolean everywhere = true;

    Queue queue() {
        return queue;
    }

    Set<BrandId> brands() {
        return brands;
    }

    Set<ChannelType> channels() {
        return channels;
    }

    String text() {
        return text;
    }

    boolean everywhere() {
        return everywhere;
    }

    /** A search is ordered by time, a queue as it was ordered last. */
    Order order() {
        return text.isEmpty() ? order(queue) : Order.NEWEST_FIRST;
    }

    Order order(Queue of) {
        return orders.getOrDefault(of, InboxQuery.of(of).order());
    }

    InboxQuery build() {
        Queue in = text.isEmpty() || !everywhere ? queue : Queue.ALL;
        return new InboxQuery(in, brands, channels, text, order());
    }

    /** Choosing a queue ends a search. */
    boolean queue(Queue wanted) {
        boolean other = wanted != queue || !text.isEmpty();
        queue = wanted;
        text = "";
        return other;
    }

    boolean brands(Set<BrandId> wanted) {
        boolean other = !wanted.equals(brands);
        brands = Set.copyOf(wanted);
        return other;
    }

    boolean channels(Set<ChannelType> wanted) {
        boolean other = !wanted.equals(channels);
        channels = Set.copyOf(wanted);
        return other;
    }

    boolean text(String words) {
        boolean other = !words.strip().equals(text);
        text = words.strip();
        return other;
    }

    boolean everywhere(boolean wanted) {
        boolean other = wanted != everywhere && !text.isEmpty();
        everywhere = wanted;
        return other;
    }

    boolean order(Queue of, Order wanted) {
        boolean other = order(of) != wanted;
        orders.put(of, wanted);
        return other && of == queue && text.isEmpty();
    }
}
