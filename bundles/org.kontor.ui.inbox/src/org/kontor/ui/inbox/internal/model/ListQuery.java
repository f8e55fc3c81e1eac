package org.kontor.ui.inbox.internal.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.ChannelType;
import org.kontor.api.id.BrandId;
import org.kontor.api.report.ReportRange;
import org.kontor.api.store.InboxQuery;
import org.kontor.api.store.InboxQuery.Order;
import org.kontor.api.store.InboxQuery.Span;
import org.kontor.api.store.Queue;
import org.kontor.ui.api.TimeRange;

/** What the user asked the list for. Each change says whether it asks for something else than before. */
final class ListQuery {
    private final Map<Queue, Order> orders = new EnumMap<>(Queue.class);
    private Queue queue = Queue.UNANSWERED;
    private Set<BrandId> brands = Set.of();
    private Set<ChannelType> channels = Set.of();
    private String text = "";
    private boolean everywhere = true;
    private @Nullable TimeRange range;
    private boolean wholeTime;

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

    InboxQuery build(Instant now, ZoneId zone) {
        return new InboxQuery(searched(), brands, channels, text, order(), span(now, zone));
    }

    private Queue searched() {
        return text.isEmpty() || !everywhere ? queue : Queue.ALL;
    }

    private @Nullable Span span(Instant now, ZoneId zone) {
        TimeRange narrow = narrow();
        if (narrow == null || wholeTime) {
            return null;
        }
        ReportRange days = narrow.days(LocalDate.ofInstant(now, zone));
        return new Span(
                days.first().atStartOfDay(zone).toInstant(),
                days.last().plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** The range that narrows what is listed, if the user does not look at the whole time; null where none does. */
    @Nullable
    TimeRange narrow() {
        return switch (searched()) {
            case ANSWERED, RESOLVED, IGNORED, HISTORY, ALL -> range;
            case UNANSWERED, MINE, UNASSIGNED, ESCALATED, SNOOZED, SEND_TROUBLE, UNREADABLE -> null;
        };
    }

    boolean wholeTime() {
        return wholeTime;
    }

    /** Another range is meant to narrow. */
    boolean range(@Nullable TimeRange wanted) {
        boolean before = narrow() != null;
        boolean other = !Objects.equals(wanted, range);
        range = wanted;
        wholeTime &= !other;
        return other && (before || narrow() != null);
    }

    boolean wholeTime(boolean wanted) {
        boolean other = wanted != wholeTime;
        wholeTime = wanted;
        return other && narrow() != null;
    }

    /** How the queues were ordered where they are not as usual. */
    Map<Queue, Order> orders() {
        return Map.copyOf(orders);
    }

    /** Choosing a queue ends a search, and looking at the whole time. */
    boolean queue(Queue wanted) {
        wholeTime &= wanted == queue;
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
