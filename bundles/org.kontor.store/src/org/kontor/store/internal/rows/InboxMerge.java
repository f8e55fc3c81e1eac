package org.kontor.store.internal.rows;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.kontor.api.conversation.ConversationState;
import org.kontor.api.id.BrandId;
import org.kontor.api.store.IdIndex;
import org.kontor.api.store.InboxQuery.Order;
import org.kontor.api.store.InboxQuery.Span;
import org.kontor.store.internal.sql.Bind;

/**
 * Merges the lists of several brands and states, each of which the database hands out in order from a covering index. That is
 * cheaper than letting it sort them all, and reads no more than about twice what is wanted.
 */
final class InboxMerge {
    private static final int FIRST_PIECE = 64;
    private static final int LARGEST_PIECE = 4096;

    /** A condition beside brand and state, with its parameters. */
    interface Filter {
        String condition();

        void bind(Bind to) throws SQLException;
    }

    /** What reads a strand: its first piece, and the ones after it. */
    private record Statements(String first, String further) {}

    private final View view;
    private final Order order;
    private final Filter filter;
    private final @Nullable Span finished;
    private final Statements whole;
    private final Statements within;

    /** @param finished bounds the states in which nothing is left to do; null for no bound */
    InboxMerge(View view, Order order, Filter filter, @Nullable Span finished) {
        this.view = view;
        this.order = order;
        this.filter = filter;
        this.finished = finished;
        whole = statements(order, filter.condition());
        within = statements(order, filter.condition() + " AND c.last_activity >= ? AND c.last_activity < ?");
    }

    private static Statements statements(Order order, String condition) {
        String from = " FROM conversation c WHERE c.brand_id = ? AND c.state = ?" + condition;
        return switch (order) {
            case URGENT_FIRST ->
                statements(
                        "SELECT c.due, c.waiting_since, c.id" + from, "c.due, c.waiting_since, c.id", ">", "(?, ?, ?)");
            case NEWEST_FIRST ->
                new Statements(
                        "SELECT c.last_activity, 0, c.id" + from + " ORDER BY c.last_activity DESC, c.id DESC LIMIT ?",
                        "SELECT c.last_activity, 0, c.id" + from + " AND (c.last_activity, c.id) < (?, ?)"
                                + " ORDER BY c.last_activity DESC, c.id DESC LIMIT ?");
            case OLDEST_FIRST ->
                statements("SELECT c.last_activity, 0, c.id" + from, "c.last_activity, c.id", ">", "(?, ?)");
        };
    }

    private static Statements statements(String select, String by, String after, String row) {
        String end = " ORDER BY " + by + " LIMIT ?";
        return new Statements(select + end, select + " AND (" + by + ") " + after + " " + row + end);
    }

    /** The keys of all conversations in these states, at most {@code limit}. */
    IdIndex merge(List<BrandId> brands, List<ConversationState> states, int limit) {
        PriorityQueue<Strand> strands = new PriorityQueue<>(Math.max(1, brands.size() * states.size()), this::compare);
        for (int brand = 0; brand < brands.size(); brand++) {
            for (ConversationState state : states) {
                Strand strand = new Strand(brand, brands.get(brand), state, limit);
                if (strand.fill()) {
                    strands.add(strand);
                }
            }
        }
        int[] brandOf = new int[256];
        long[] ids = new long[256];
        int size = 0;
        while (size < limit) {
            Strand strand = strands.poll();
            if (strand == null) {
                break;
            }
            @Nullable Strand next = strands.peek();
            // As long as this strand goes on to be first it need not go through the heap.
            boolean more;
            do {
                if (size == ids.length) {
                    ids = Arrays.copyOf(ids, size * 2);
                    brandOf = Arrays.copyOf(brandOf, size * 2);
                }
                brandOf[size] = strand.brandPosition;
                ids[size++] = strand.id();
                more = strand.advance();
            } while (more && size < limit && (next == null || compare(strand, next) < 0));
            if (more) {
                strands.add(strand);
            }
        }
        return new IdIndex(brands, Arrays.copyOf(brandOf, size), Arrays.copyOf(ids, size), strands.isEmpty());
    }

    private int compare(Strand a, Strand b) {
        int byTime = Long.compare(a.major(), b.major());
        if (byTime == 0) {
            byTime = Long.compare(a.minor(), b.minor());
        }
        if (byTime == 0) {
            byTime = Long.compare(a.id(), b.id());
        }
        return order == Order.NEWEST_FIRST ? -byTime : byTime;
    }

    /** The ordered list of one brand and state, read in growing pieces. */
    private final class Strand {
        private final int brandPosition;
        private final BrandId brand;
        private final ConversationState state;
        private final int limit;
        private int at;
        private int size;
        private long[] majors = new long[0];
        private long[] minors = new long[0];
        private long[] ids = new long[0];
        private boolean last;

        Strand(int brandPosition, BrandId brand, ConversationState state, int limit) {
            this.brandPosition = brandPosition;
            this.brand = brand;
            this.state = state;
            this.limit = limit;
        }

        long major() {
            return majors[at];
        }

        long minor() {
            return minors[at];
        }

        long id() {
            return ids[at];
        }

        /** Goes to the next row; false at the end. */
        boolean advance() {
            at++;
            return at < size || !last && fill();
        }

        /** Reads the next piece; false if there is none. */
        boolean fill() {
            boolean beginning = ids.length == 0;
            int wanted = Math.min(limit, beginning ? FIRST_PIECE : Math.min(ids.length * 4, LARGEST_PIECE));
            long major = beginning ? 0 : majors[size - 1];
            long minor = beginning ? 0 : minors[size - 1];
            long id = beginning ? 0 : ids[size - 1];
            majors = new long[wanted];
            minors = new long[wanted];
            ids = new long[wanted];
            size = 0;
            at = 0;
            Span span = state.open() ? null : finished;
            Statements statements = span == null ? whole : within;
            view.sql.each(
                    beginning ? statements.first() : statements.further(),
                    to -> {
                        to.id(brand).name(state);
                        filter.bind(to);
                        if (span != null) {
                            to.time(span.from()).time(span.to());
                        }
                        if (!beginning) {
                            to.number(major);
                            if (order == Order.URGENT_FIRST) {
                                to.number(minor);
                            }
                            to.number(id);
                        }
                        to.number(wanted);
                    },
                    row -> {
                        majors[size] = row.number();
                        minors[size] = row.number();
                        ids[size++] = row.number();
                        return true;
                    });
            last = size < wanted;
            return size > 0;
        }
    }
}
