package org.kontor.store.internal.rows;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kontor.api.account.ChannelType;
import org.kontor.api.conversation.ConversationState;
import org.kontor.api.id.BrandId;
import org.kontor.api.store.IdIndex;
import org.kontor.api.store.InboxQuery;
import org.kontor.api.store.InboxQuery.Span;
import org.kontor.api.store.Queue;
import org.kontor.store.internal.sql.Bind;
import org.kontor.store.internal.sql.SearchIndex;

/** The keys of an inbox list, in its order, from one query over covering indexes. */
final class InboxIndex {
    /** A word that is in more messages than this is looked for in the newest of them, and the list says it was cut. */
    static final int MOST_HITS = 10_000;

    private static final int FEWEST_HITS = 400;
    /** Several messages of a conversation may hold the word, and some are not asked for. */
    private static final int HITS_A_ROW = 4;

    private static final int WIDER = 8;

    private static final String ALL_STATES =
            "('" + String.join("', '", View.names(Arrays.asList(ConversationState.values()))) + "')";

    private static final String OPEN_STATES = Arrays.stream(ConversationState.values())
            .filter(ConversationState::open)
            .map(state -> "'" + state.name() + "'")
            .collect(Collectors.joining(", ", "(", ")"));
    private static final String FINISHED_WITHIN = " OR c.last_activity >= ? AND c.last_activity < ?)";

    private InboxIndex() {}

    static IdIndex index(View view, InboxQuery query, int limit) {
        if (limit < 1 || limit > 1_000_000) {
            throw new IllegalArgumentException("limit must be 1 to 1,000,000, was " + limit);
        }
        Set<BrandId> brands = new HashSet<>(view.brands());
        if (!query.brands().isEmpty()) {
            brands.retainAll(query.brands());
        }
        String expression =
                query.text().isEmpty() ? "" : view.dialect().search().expression(query.text());
        if (brands.isEmpty() || !query.text().isEmpty() && expression.isEmpty()) {
            return IdIndex.empty();
        }
        return expression.isEmpty()
                ? listed(view, query, brands, limit)
                : searched(view, query, brands, limit, expression);
    }

    private static IdIndex listed(View view, InboxQuery query, Set<BrandId> brands, int limit) {
        List<ConversationState> states = states(query.queue());
        if (!states.isEmpty()) {
            return new InboxMerge(view, query.order(), filter(view, query), query.finished())
                    .merge(List.copyOf(brands), states, limit);
        }
        // These queues are short, so the database may sort them.
        Keys keys = new Keys(brands, limit);
        view.sql.each(
                "SELECT c.brand_id, c.id FROM conversation c WHERE " + conditions(view, query) + order(query)
                        + " LIMIT ?",
                to -> {
                    bind(to, view, query, brands);
                    to.number(limit + 1L);
                },
                row -> keys.add(row.number(), row.number()));
        return keys.index(true);
    }

    /** The states whose conversations make a queue; empty where a queue is not made of states. */
    private static List<ConversationState> states(Queue queue) {
        return switch (queue) {
            case UNANSWERED, MINE, UNASSIGNED -> List.of(ConversationState.OPEN);
            case SNOOZED -> List.of(ConversationState.SNOOZED);
            case ANSWERED -> List.of(ConversationState.ANSWERED);
            case RESOLVED -> List.of(ConversationState.RESOLVED);
            case IGNORED -> List.of(ConversationState.IGNORED);
            case HISTORY -> List.of(ConversationState.HISTORY);
            case ALL -> List.of(ConversationState.values());
            case ESCALATED, SEND_TROUBLE, UNREADABLE -> List.of();
        };
    }

    private static InboxMerge.Filter filter(View view, InboxQuery query) {
        String assignee = switch (query.queue()) {
            case MINE -> " AND c.assignee_id = ?";
            case UNASSIGNED -> " AND c.assignee_id = 0";
            default -> "";
        };
        String channels =
                query.channels().isEmpty() ? "" : " AND " + view.dialect().anyText("c.channel");
        return new InboxMerge.Filter() {
            @Override
            public String condition() {
                return assignee + channels;
            }

            @Override
            public void bind(Bind to) throws SQLException {
                bindFilters(to, view, query);
            }
        };
    }

    /**
     * The newest hits are looked at first: for the newest conversations a part of them is mostly enough, and a frequent word
     * has very many. Any other order needs them all, up to {@value #MOST_HITS}.
     */
    private static IdIndex searched(View view, InboxQuery query, Set<BrandId> brands, int limit, String expression) {
        int most = query.order() == InboxQuery.Order.NEWEST_FIRST
                ? (int) Math.min(MOST_HITS, Math.max(FEWEST_HITS, (long) limit * HITS_A_ROW))
                : MOST_HITS;
        while (true) {
            Keys keys = new Keys(brands, limit);
            boolean cut = among(view, query, brands, keys, expression, most);
            if (!cut || !keys.complete || most == MOST_HITS) {
                return keys.index(!cut);
            }
            most = Math.min(MOST_HITS, most * WIDER);
        }
    }

    /** Collects what is found among the newest {@code most} hits; returns whether there may be more of them. */
    private static boolean among(
            View view, InboxQuery query, Set<BrandId> brands, Keys keys, String expression, int most) {
        // Where no row tells the number of hits, nothing of the brands was among them: look at all, then it is so.
        boolean[] cut = {most < MOST_HITS};
        SearchIndex search = view.dialect().search();
        view.sql.each(
                "WITH hit AS MATERIALIZED (" + search.hits() + "), found AS MATERIALIZED (SELECT DISTINCT m.brand_id,"
                        + " m.conversation_id FROM hit JOIN message m ON " + search.isHit() + " WHERE "
                        + view.dialect().anyNumber("m.brand_id")
                        + ") SELECT c.brand_id, c.id, (SELECT count(*) FROM hit) FROM found CROSS JOIN conversation c"
                        + " WHERE c.brand_id = found.brand_id AND c.id = found.conversation_id AND "
                        + conditions(view, query) + order(query) + " LIMIT ?",
                to -> {
                    to.text(expression).number(most).numbers(View.ids(brands));
                    bind(to, view, query, brands);
                    to.number(keys.limit + 1L);
                },
                row -> {
                    boolean more = keys.add(row.number(), row.number());
                    cut[0] = row.number() >= most;
                    return more;
                });
        return cut[0];
    }

    private static String conditions(View view, InboxQuery query) {
        String conditions = view.dialect().anyNumber("c.brand_id") + " AND " + queue(query.queue())
                + (query.finished() == null ? "" : " AND (c.state IN " + OPEN_STATES + FINISHED_WITHIN);
        return query.channels().isEmpty()
                ? conditions
                : conditions + " AND " + view.dialect().anyText("c.channel");
    }

    private static void bind(Bind to, View view, InboxQuery query, Set<BrandId> brands) throws SQLException {
        to.numbers(View.ids(brands));
        Span finished = query.finished();
        if (query.queue() == Queue.MINE) {
            to.id(view.scope.user());
        }
        if (finished != null) {
            to.time(finished.from()).time(finished.to());
        }
        bindChannels(to, query);
    }

    private static void bindFilters(Bind to, View view, InboxQuery query) throws SQLException {
        if (query.queue() == Queue.MINE) {
            to.id(view.scope.user());
        }
        bindChannels(to, query);
    }

    private static void bindChannels(Bind to, InboxQuery query) throws SQLException {
        if (!query.channels().isEmpty()) {
            to.texts(query.channels().stream().map(ChannelType::name).toList());
        }
    }

    private static String queue(Queue queue) {
        return switch (queue) {
            case UNANSWERED -> "c.state = 'OPEN'";
            case MINE -> "c.state = 'OPEN' AND c.assignee_id = ?";
            case UNASSIGNED -> "c.state = 'OPEN' AND c.assignee_id = 0";
            case SNOOZED -> "c.state = 'SNOOZED'";
            case ESCALATED -> "c.escalated = 1 AND c.state IN ('OPEN', 'SNOOZED')";
            case SEND_TROUBLE -> "c.send_trouble = 1";
            case UNREADABLE -> "c.unreadable = 1";
            case ANSWERED -> "c.state = 'ANSWERED'";
            case RESOLVED -> "c.state = 'RESOLVED'";
            case IGNORED -> "c.state = 'IGNORED'";
            case HISTORY -> "c.state = 'HISTORY'";
            case ALL -> "c.state IN " + ALL_STATES;
        };
    }

    private static String order(InboxQuery query) {
        return switch (query.order()) {
            case URGENT_FIRST -> " ORDER BY c.due, c.waiting_since, c.id";
            case NEWEST_FIRST -> " ORDER BY c.last_activity DESC, c.id DESC";
            case OLDEST_FIRST -> " ORDER BY c.last_activity, c.id";
        };
    }

    /** Collects keys without an object for each. */
    private static final class Keys {
        private final List<BrandId> brands;
        private final Map<Long, Integer> positions = new HashMap<>();
        private final int limit;
        private int[] brandOf = new int[256];
        private long[] ids = new long[256];
        private int size;
        private boolean complete = true;
        private long lastBrand;
        private int lastPosition = -1;

        Keys(Set<BrandId> brands, int limit) {
            this.brands = new ArrayList<>(brands);
            this.limit = limit;
            for (int i = 0; i < this.brands.size(); i++) {
                positions.put(this.brands.get(i).value(), i);
            }
        }

        boolean add(long brand, long id) {
            if (size == limit) {
                complete = false;
                return false;
            }
            if (size == ids.length) {
                ids = Arrays.copyOf(ids, size * 2);
                brandOf = Arrays.copyOf(brandOf, size * 2);
            }
            brandOf[size] = position(brand);
            ids[size] = id;
            size++;
            return true;
        }

        private int position(long brand) {
            if (lastPosition < 0 || lastBrand != brand) {
                lastBrand = brand;
                lastPosition = positions.getOrDefault(brand, -1);
            }
            return lastPosition;
        }

        IdIndex index(boolean all) {
            return new IdIndex(brands, Arrays.copyOf(brandOf, size), Arrays.copyOf(ids, size), complete && all);
        }
    }
}
