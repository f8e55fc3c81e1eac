package org.kontor.desk.internal.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.kontor.api.access.Scope;
import org.kontor.api.account.Brand;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.IdIndex;
import org.kontor.api.store.InboxQuery;
import org.kontor.api.store.InboxQuery.Order;
import org.kontor.api.store.Queue;
import org.kontor.api.store.ReadRows;

/** What the inbox asks the store while somebody works in it. */
final class InboxReads {
    private static final int PAGE = 100;
    private static final int[] RANKS = {3, 30, 300, 3_000};

    private final BenchAgency agency;
    private final BenchWords words;
    private final Random random;

    InboxReads(BenchAgency agency, BenchWords words, long seed) {
        this.agency = agency;
        this.words = words;
        this.random = new Random(seed);
    }

    /** Asks for everything {@code times} times, mixed; the times by the name of what was asked. */
    Map<String, Times> ask(int times) {
        Scope scope = agency.scope();
        IdIndex all = agency.store().read(scope, rows -> rows.index(InboxQuery.of(Queue.ALL), 1_000_000));
        Map<String, Times> taken = new LinkedHashMap<>();
        for (int i = 0; i < times; i++) {
            page(scope, taken, "page, one brand by urgency", query(Queue.UNANSWERED, true, Order.URGENT_FIRST), times);
            page(
                    scope,
                    taken,
                    "page, all brands by urgency",
                    query(Queue.UNANSWERED, false, Order.URGENT_FIRST),
                    times);
            page(scope, taken, "page, all brands by activity", query(Queue.ALL, false, Order.NEWEST_FIRST), times);
            measure(taken, "counters", times, () -> agency.store().read(scope, ReadRows::queueCounts));
            ConversationRef ref = all.get(random.nextInt(all.size()));
            measure(
                    taken,
                    "open a conversation",
                    times,
                    () -> agency.store().read(scope, rows -> {
                        rows.conversation(ref);
                        return rows.messages(ref).size()
                                + rows.inquiries(ref).size()
                                + rows.notes(ref).size()
                                + rows.outbox(ref).size();
                    }));
            String word = words.word(RANKS[i % RANKS.length] + random.nextInt(3));
            String other = words.word(100 + random.nextInt(200));
            search(scope, taken, "search, one word", word, times);
            search(scope, taken, "search, two words", word + " " + other, times);
        }
        return taken;
    }

    private InboxQuery query(Queue queue, boolean one, Order order) {
        Brand brand = agency.brands().get(random.nextInt(BenchAgency.BRANDS));
        return new InboxQuery(queue, one ? Set.of(brand.id()) : Set.of(), Set.of(), "", order);
    }

    private void page(Scope scope, Map<String, Times> taken, String what, InboxQuery query, int times) {
        measure(
                taken,
                what,
                times,
                () -> agency.store().read(scope, rows -> {
                    IdIndex index = rows.index(query, PAGE);
                    return rows.conversations(index.range(0, index.size())).size();
                }));
    }

    private void search(Scope scope, Map<String, Times> taken, String what, String text, int times) {
        InboxQuery query = new InboxQuery(Queue.ALL, Set.of(), Set.of(), text, Order.NEWEST_FIRST);
        measure(
                taken,
                what,
                times,
                () -> agency.store().read(scope, rows -> {
                    IdIndex index = rows.index(query, 50);
                    return rows.conversations(index.range(0, index.size())).size();
                }));
    }

    private static void measure(Map<String, Times> taken, String what, int times, Runnable call) {
        taken.computeIfAbsent(what, name -> new Times(times)).measure(call);
    }
}
