package org.kontor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.kontor.store.World.BLUESKY;
import static org.kontor.store.World.MAIL;
import static org.kontor.store.World.NOW;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kontor.api.access.Scope;
import org.kontor.api.access.User;
import org.kontor.api.account.Account;
import org.kontor.api.account.ChannelType;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.ConversationState;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.UserId;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.IdIndex;
import org.kontor.api.store.InboxQuery;
import org.kontor.api.store.InboxQuery.Order;
import org.kontor.api.store.Queue;

/** Inbox lists and their counters. */
public abstract class InboxContract extends StoreContract {
    private static final UserId OTHER = new UserId(99);

    protected InboxContract(Engine engine, Path folder) {
        super(engine, folder);
    }

    @Test
    void aRangeNarrowsWhatIsFinishedAndNeverWhatIsOpen() {
        Instant early = NOW.minus(Duration.ofDays(60));
        Conversation open = world.conversation(world.mail, "<open@x>", ConversationState.OPEN, early);
        Conversation old = world.conversation(world.mail, "<old@x>", ConversationState.RESOLVED, early);
        Conversation fresh = world.conversation(world.mail, "<new@x>", ConversationState.RESOLVED, NOW);
        for (Conversation each : List.of(open, old, fresh)) {
            world.save(store, each, world.message(each, each.root().value(), "Lena", "Hallo"));
        }
        InboxQuery.Span lately = new InboxQuery.Span(NOW.minus(Duration.ofDays(30)), NOW.plusSeconds(1));
        for (Order order : Order.values()) {
            for (String text : List.of("", "hallo")) {
                InboxQuery all = new InboxQuery(Queue.ALL, Set.of(), Set.of(), text, order, lately);
                InboxQuery done = new InboxQuery(Queue.RESOLVED, Set.of(), Set.of(), text, order, lately);
                InboxQuery work = new InboxQuery(Queue.UNANSWERED, Set.of(), Set.of(), text, order, lately);
                read(world.all, rows -> {
                    assertThat(keys(rows.index(all, 10)))
                            .containsExactlyInAnyOrder(ConversationRef.of(open), ConversationRef.of(fresh));
                    assertThat(keys(rows.index(done, 10))).containsExactly(ConversationRef.of(fresh));
                    assertThat(keys(rows.index(work, 10))).containsExactly(ConversationRef.of(open));
                });
            }
        }
    }

    private static List<ConversationRef> keys(IdIndex index) {
        return index.range(0, index.size());
    }

    @Test
    void anEmptyStoreHasEmptyQueues() {
        read(world.all, rows -> {
            for (Queue queue : Queue.values()) {
                IdIndex index = rows.index(InboxQuery.of(queue), 10);
                assertThat(index.size()).isZero();
                assertThat(index.complete()).isTrue();
            }
            assertThat(rows.queueCounts()).containsOnlyKeys(world.nordwind.id(), world.alma.id());
            assertThat(rows.queueCounts().values())
                    .allSatisfy(counts -> assertThat(counts.values())
                            .hasSize(Queue.values().length - 1)
                            .containsOnly(0));
        });
    }

    @Test
    void mostUrgentIsWhatIsDueFirstThenWhatWaitsLongest() {
        Conversation soon = with(NOW, "due", NOW.plusSeconds(10));
        Conversation later = with(NOW.minusSeconds(99), "due", NOW.plusSeconds(20));
        Conversation waitsLong = with(NOW.minusSeconds(50), "due", null);
        Conversation waits = with(NOW, "due", null);
        Conversation waitsToo = with(NOW, "due", null);
        save(waitsToo, waits, later, waitsLong, soon);
        assertThat(refs(query(Queue.UNANSWERED, Order.URGENT_FIRST)))
                .containsExactly(ref(soon), ref(later), ref(waitsLong), ref(waits), ref(waitsToo));
    }

    @Test
    void byActivityNewestOrOldestFirstOverAllBrands() {
        Conversation first = world.conversation(world.mail, "1", ConversationState.ANSWERED, NOW);
        Conversation second = world.conversation(world.almaMail, "2", ConversationState.OPEN, NOW.plusNanos(1));
        Conversation third = world.conversation(world.sky, "3", ConversationState.HISTORY, NOW.plusNanos(2));
        save(second, third, first);
        assertThat(refs(query(Queue.ALL, Order.NEWEST_FIRST))).containsExactly(ref(third), ref(second), ref(first));
        assertThat(refs(query(Queue.ALL, Order.OLDEST_FIRST))).containsExactly(ref(first), ref(second), ref(third));
    }

    @Test
    void aListThatWasCutSaysSo() {
        save(with(NOW, "due", null), with(NOW, "due", null));
        read(world.all, rows -> {
            assertThat(rows.index(InboxQuery.of(Queue.UNANSWERED), 1).size()).isEqualTo(1);
            assertThat(rows.index(InboxQuery.of(Queue.UNANSWERED), 1).complete())
                    .isFalse();
            assertThat(rows.index(InboxQuery.of(Queue.UNANSWERED), 2).complete())
                    .isTrue();
        });
    }

    @Test
    void aLimitOutsideOfItsRangeIsRefused() {
        read(world.all, rows -> {
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> rows.index(InboxQuery.of(Queue.ALL), 0));
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> rows.index(InboxQuery.of(Queue.ALL), 1_000_001));
        });
    }

    @Test
    void everyListAndCounterIsThatOfAPlainSort() {
        long seed = 20261122;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<Conversation> all = randomConversations(random, 3_000);
        save(all.toArray(Conversation[]::new));
        for (int round = 0; round < 60; round++) {
            Scope scope = List.of(
                            world.all, world.onlyAlma, world.grants.of(OTHER, world.nordwind.id(), world.alma.id()))
                    .get(random.nextInt(3));
            InboxQuery query = randomQuery(random);
            List<ConversationRef> expected = all.stream()
                    .filter(belongs(query, scope))
                    .sorted(comparator(query.order()))
                    .map(ConversationRef::of)
                    .toList();
            int limit = random.nextInt(3) == 0 ? 1 + random.nextInt(500) : 10_000;
            read(scope, rows -> {
                IdIndex index = rows.index(query, limit);
                assertThat(index.range(0, index.size()))
                        .as("%s limit %d seed %d", query, limit, seed)
                        .isEqualTo(expected.subList(0, Math.min(limit, expected.size())));
                assertThat(index.complete()).isEqualTo(expected.size() <= limit);
            });
        }
        for (Scope scope : List.of(world.all, world.onlyAlma)) {
            countersAre(scope, all);
        }
    }

    private void countersAre(Scope scope, List<Conversation> all) {
        read(scope, rows -> {
            Map<BrandId, Map<Queue, Integer>> counts = rows.queueCounts();
            assertThat(counts.keySet()).isEqualTo(scope.brands());
            counts.forEach((brand, queues) -> queues.forEach((queue, count) -> {
                InboxQuery query = new InboxQuery(queue, Set.of(brand), Set.of(), "", Order.NEWEST_FIRST);
                long expected = all.stream().filter(belongs(query, scope)).count();
                assertThat((long) count).as("%s of %s", queue, brand).isEqualTo(expected);
            }));
        });
    }

    private List<Conversation> randomConversations(Random random, int count) {
        List<Account> accounts = List.of(world.mail, world.sky, world.almaMail);
        List<Conversation> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ConversationState state = ConversationState.values()[random.nextInt(6)];
            // Few different times, so that ties happen.
            Instant at = NOW.plusSeconds(random.nextInt(300));
            @Nullable Instant due = random.nextBoolean() ? NOW.plusSeconds(random.nextInt(100)) : null;
            @Nullable UserId assignee = random.nextInt(3) == 0 ? null : random.nextBoolean() ? User.LOCAL : OTHER;
            all.add(Bend.with(
                    world.conversation(accounts.get(random.nextInt(3)), "r" + i, state, at),
                    "due",
                    due,
                    "assignee",
                    assignee,
                    "sendTrouble",
                    random.nextInt(10) == 0,
                    "unreadable",
                    random.nextInt(10) == 0,
                    "waitingSince",
                    state.open() ? NOW.minusSeconds(random.nextInt(50)) : null));
        }
        return all;
    }

    private InboxQuery randomQuery(Random random) {
        Set<BrandId> brands = List.of(
                        Set.<BrandId>of(), Set.of(world.alma.id()), Set.of(world.nordwind.id(), new BrandId(5)))
                .get(random.nextInt(3));
        Set<ChannelType> channels = List.of(Set.<ChannelType>of(), Set.of(MAIL), Set.of(BLUESKY, new ChannelType("x")))
                .get(random.nextInt(3));
        return new InboxQuery(
                Queue.values()[random.nextInt(Queue.values().length)],
                brands,
                channels,
                "",
                Order.values()[random.nextInt(3)]);
    }

    private static Predicate<Conversation> belongs(InboxQuery query, Scope scope) {
        return c -> scope.brands().contains(c.brand())
                && (query.brands().isEmpty() || query.brands().contains(c.brand()))
                && (query.channels().isEmpty() || query.channels().contains(c.channel()))
                && switch (query.queue()) {
                    case UNANSWERED -> c.state() == ConversationState.OPEN;
                    case MINE -> c.state() == ConversationState.OPEN && Objects.equals(scope.user(), c.assignee());
                    case UNASSIGNED -> c.state() == ConversationState.OPEN && c.assignee() == null;
                    case SNOOZED -> c.state() == ConversationState.SNOOZED;
                    case ESCALATED -> c.escalated() && c.state().open();
                    case SEND_TROUBLE -> c.sendTrouble();
                    case UNREADABLE -> c.unreadable();
                    case ANSWERED -> c.state() == ConversationState.ANSWERED;
                    case RESOLVED -> c.state() == ConversationState.RESOLVED;
                    case IGNORED -> c.state() == ConversationState.IGNORED;
                    case HISTORY -> c.state() == ConversationState.HISTORY;
                    case ALL -> true;
                };
    }

    private static Comparator<Conversation> comparator(Order order) {
        Comparator<Conversation> byActivity =
                Comparator.comparing(Conversation::lastActivity).thenComparing(c -> c.id().value());
        return switch (order) {
            case NEWEST_FIRST -> byActivity.reversed();
            case OLDEST_FIRST -> byActivity;
            case URGENT_FIRST ->
                Comparator.<Conversation, Instant>comparing(c -> orLast(c.due()))
                        .thenComparing(c -> orLast(c.waitingSince()))
                        .thenComparing(c -> c.id().value());
        };
    }

    private static Instant orLast(@Nullable Instant at) {
        return at == null ? Instant.MAX : at;
    }

    private Conversation with(Instant at, String part, @Nullable Object value) {
        return Bend.with(
                world.conversation(world.mail, "w" + world.ids.next(), ConversationState.OPEN, at), part, value);
    }

    private void save(Conversation... conversations) {
        write(world.all, rows -> rows.saveConversations(List.of(conversations)));
    }

    private List<ConversationRef> refs(InboxQuery query) {
        return store.read(world.all, rows -> {
            IdIndex index = rows.index(query, 1000);
            return index.range(0, index.size());
        });
    }

    private static InboxQuery query(Queue queue, Order order) {
        return new InboxQuery(queue, Set.of(), Set.of(), "", order);
    }

    private static ConversationRef ref(Conversation conversation) {
        return ConversationRef.of(conversation);
    }
}
