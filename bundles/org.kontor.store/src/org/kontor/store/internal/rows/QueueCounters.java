package org.kontor.store.internal.rows;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.ConversationState;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.Id;
import org.kontor.api.id.UserId;
import org.kontor.api.ledger.BalanceDifference;
import org.kontor.api.store.Queue;
import org.kontor.store.internal.sql.Sql;

/** How many conversations each queue holds. Counters move by what a transaction changed; rows are never counted. */
final class QueueCounters {
    private static final String ADD = """
        INSERT INTO queue_counter (brand_id, queue, user_id, held) VALUES (?, ?, ?, ?)
        ON CONFLICT (brand_id, queue, user_id) DO UPDATE SET held = queue_counter.held + excluded.held\
        """;

    /**
     * What of a conversation decides its queues.
     *
     * @param assignee 0 for nobody
     */
    record Standing(
            ConversationState state, long assignee, boolean sendTrouble, boolean unreadable, boolean escalated) {
        /** @param escalated as the store keeps it */
        static Standing of(Conversation conversation, boolean escalated) {
            Id assignee = conversation.assignee();
            return new Standing(
                    conversation.state(),
                    assignee == null ? 0 : assignee.value(),
                    conversation.sendTrouble(),
                    conversation.unreadable(),
                    escalated);
        }

        Standing withEscalated(boolean now) {
            return new Standing(state, assignee, sendTrouble, unreadable, now);
        }
    }

    private record Counter(BrandId brand, Queue queue, long user) {}

    private final Sql sql;
    private final Map<Counter, Integer> moved = new HashMap<>();

    QueueCounters(Sql sql) {
        this.sql = sql;
    }

    /** Notes that a conversation stands differently now. */
    void move(BrandId brand, @Nullable Standing before, Standing after) {
        if (before != null) {
            add(brand, before, -1);
        }
        add(brand, after, 1);
    }

    private void add(BrandId brand, Standing standing, int by) {
        count(brand, queueOf(standing.state()), 0, by);
        if (standing.state() == ConversationState.OPEN) {
            if (standing.assignee() == 0) {
                count(brand, Queue.UNASSIGNED, 0, by);
            } else {
                count(brand, Queue.MINE, standing.assignee(), by);
            }
        }
        if (standing.escalated() && standing.state().open()) {
            count(brand, Queue.ESCALATED, 0, by);
        }
        if (standing.sendTrouble()) {
            count(brand, Queue.SEND_TROUBLE, 0, by);
        }
        if (standing.unreadable()) {
            count(brand, Queue.UNREADABLE, 0, by);
        }
    }

    private void count(BrandId brand, Queue queue, long user, int by) {
        moved.merge(new Counter(brand, queue, user), by, Integer::sum);
    }

    private static Queue queueOf(ConversationState state) {
        return switch (state) {
            case OPEN -> Queue.UNANSWERED;
            case SNOOZED -> Queue.SNOOZED;
            case ANSWERED -> Queue.ANSWERED;
            case RESOLVED -> Queue.RESOLVED;
            case IGNORED -> Queue.IGNORED;
            case HISTORY -> Queue.HISTORY;
        };
    }

    /** Writes what moved. */
    void flush() {
        moved.forEach((counter, by) -> {
            if (by != 0) {
                sql.update(
                        ADD,
                        to -> to.id(counter.brand())
                                .name(counter.queue())
                                .number(counter.user())
                                .number(by));
            }
        });
        moved.clear();
    }

    /** The counters of all queues but {@link Queue#ALL}, for every brand of the scope. */
    static Map<BrandId, Map<Queue, Integer>> read(View view) {
        Map<BrandId, Map<Queue, Integer>> counts = new HashMap<>();
        for (BrandId brand : view.brands()) {
            Map<Queue, Integer> queues = new EnumMap<>(Queue.class);
            for (Queue queue : List.of(Queue.values())) {
                if (queue != Queue.ALL) {
                    queues.put(queue, 0);
                }
            }
            counts.put(brand, queues);
        }
        view.sql.each(
                "SELECT brand_id, queue, held FROM queue_counter WHERE "
                        + view.dialect().anyNumber("brand_id") + " AND (user_id = 0 OR user_id = ?)",
                to -> to.numbers(view.brandIds()).id(view.scope.user()),
                row -> {
                    Map<Queue, Integer> queues = counts.get(new BrandId(row.number()));
                    if (queues != null) {
                        queues.put(row.constant(Queue.class), row.count());
                    }
                    return true;
                });
        return counts;
    }

    /** What is kept of a brand and is not what its conversations say. */
    static List<BalanceDifference> differences(View view, BrandId brand) {
        Map<Counter, Integer> kept = kept(view, brand);
        Map<Counter, Integer> counted = counted(view, brand);
        Set<Counter> all = new HashSet<>(kept.keySet());
        all.addAll(counted.keySet());
        return all.stream()
                .filter(c -> !kept.getOrDefault(c, 0).equals(counted.getOrDefault(c, 0)))
                .sorted(Comparator.comparing(Counter::queue).thenComparing(Counter::user))
                .<BalanceDifference>map(c -> new BalanceDifference.OfQueue(
                        brand,
                        c.queue(),
                        c.queue() == Queue.MINE ? new UserId(c.user()) : null,
                        kept.getOrDefault(c, 0),
                        counted.getOrDefault(c, 0)))
                .toList();
    }

    /** Keeps what the conversations of a brand say. */
    static void recount(View view, BrandId brand) {
        Map<Counter, Integer> counted = counted(view, brand);
        view.sql.update("DELETE FROM queue_counter WHERE brand_id = ?", to -> to.id(brand));
        QueueCounters fresh = new QueueCounters(view.sql);
        fresh.moved.putAll(counted);
        fresh.flush();
    }

    private static Map<Counter, Integer> kept(View view, BrandId brand) {
        Map<Counter, Integer> kept = new HashMap<>();
        view.sql.each("SELECT queue, user_id, held FROM queue_counter WHERE brand_id = ?", to -> to.id(brand), row -> {
            kept.put(new Counter(brand, row.constant(Queue.class), row.number()), row.count());
            return true;
        });
        return kept;
    }

    private static Map<Counter, Integer> counted(View view, BrandId brand) {
        QueueCounters counted = new QueueCounters(view.sql);
        view.sql.each("""
                SELECT state, assignee_id, send_trouble, unreadable, escalated, count(*) FROM conversation
                WHERE brand_id = ? GROUP BY state, assignee_id, send_trouble, unreadable, escalated\
                """, to -> to.id(brand), row -> {
            Standing standing = new Standing(
                    row.constant(ConversationState.class), row.number(), row.truth(), row.truth(), row.truth());
            counted.add(brand, standing, row.count());
            return true;
        });
        return counted.moved;
    }
}
