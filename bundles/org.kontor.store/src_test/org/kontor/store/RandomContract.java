package org.kontor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.store.World.NOW;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kontor.api.access.User;
import org.kontor.api.account.Account;
import org.kontor.api.cases.Case;
import org.kontor.api.cases.Outcome;
import org.kontor.api.channel.RawEvent;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.ConversationState;
import org.kontor.api.conversation.IgnoreReason;
import org.kontor.api.conversation.Inquiry;
import org.kontor.api.conversation.InquiryEnd;
import org.kontor.api.conversation.Message;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.ConversationId;
import org.kontor.api.id.LedgerId;
import org.kontor.api.id.MessageId;
import org.kontor.api.ledger.EventBalance;
import org.kontor.api.ledger.InquiryBalance;
import org.kontor.api.ledger.LedgerEntry;
import org.kontor.api.ledger.LedgerOutcome;
import org.kontor.api.store.Change;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.IdIndex;
import org.kontor.api.store.InboxQuery;
import org.kontor.api.store.Queue;
import org.kontor.api.store.Recorded;

/**
 * Two thousand random operations, with replays, disorder and transactions that fail, against a model in plain Java: counters
 * equal a recount, both balances hold, and the feed names everything that changed.
 */
public abstract class RandomContract extends StoreContract {
    private static final int OPERATIONS = 2_000;

    private final Map<ConversationRef, Conversation> conversations = new HashMap<>();
    private final Map<MessageId, Message> messages = new HashMap<>();
    private final Map<ConversationRef, List<Inquiry>> inquiries = new HashMap<>();
    private final Set<String> events = new HashSet<>();
    private final List<Case> cases = new ArrayList<>();
    private final Map<LedgerId, LedgerOutcome> outcomes = new HashMap<>();
    private final Set<Change> told = new HashSet<>();
    private final Map<ConversationRef, Conversation> seenByFeed = new HashMap<>();
    private long shown;
    private long repeats;
    private long feed;

    protected RandomContract(Engine engine, Path folder) {
        super(engine, folder);
    }

    @Test
    void countersAndBalancesHoldAfterTwoThousandRandomOperations() {
        long seed = 2_000_017;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        feed = head();
        for (int i = 0; i < OPERATIONS; i++) {
            switch (random.nextInt(8)) {
                case 0 -> saveConversations(random);
                case 1 -> saveMessages(random);
                case 2 -> saveInquiries(random);
                case 3 -> record(random);
                case 4 -> settle(random);
                case 5 -> failInTheMiddle(random);
                case 6 -> saveCase(random);
                default -> followTheFeed();
            }
            if (i % 400 == 399) {
                compare(seed);
            }
        }
        reopen();
        compare(seed);
    }

    private Account account(Random random) {
        return List.of(world.mail, world.sky, world.almaMail).get(random.nextInt(3));
    }

    private Conversation conversation(Random random) {
        ConversationState state = ConversationState.values()[random.nextInt(6)];
        Conversation base = !conversations.isEmpty() && random.nextInt(3) > 0
                ? List.copyOf(conversations.values()).get(random.nextInt(conversations.size()))
                : world.conversation(account(random), "r" + world.ids.next());
        return Bend.with(
                base,
                "state",
                state,
                "assignee",
                random.nextBoolean() ? User.LOCAL : null,
                "sendTrouble",
                random.nextInt(8) == 0,
                "unreadable",
                random.nextInt(8) == 0,
                "waitingSince",
                state.open() ? NOW.minusSeconds(random.nextInt(1000)) : null,
                "lastActivity",
                NOW.plusSeconds(random.nextInt(1000)));
    }

    private void saveConversations(Random random) {
        List<Conversation> batch = new ArrayList<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            batch.add(conversation(random));
        }
        if (random.nextInt(4) == 0) {
            // The same one twice in a batch: the last word counts.
            batch.add(Bend.with(batch.getFirst(), "state", ConversationState.RESOLVED, "waitingSince", null));
        }
        write(world.all, rows -> rows.saveConversations(batch));
        batch.forEach(c -> conversations.put(ConversationRef.of(c), c));
        escalate();
    }

    private void saveCase(Random random) {
        List<ConversationRef> held = new ArrayList<>(conversations.keySet().stream()
                .filter(ref -> ref.brand().equals(world.nordwind.id()) && random.nextInt(20) == 0)
                .toList());
        boolean fresh = cases.isEmpty() || random.nextBoolean();
        Case base = fresh ? world.openCase(world.nordwind, cases.size() + 1) : cases.get(random.nextInt(cases.size()));
        Case changed = Bend.with(
                base,
                "conversations",
                held,
                "closing",
                random.nextBoolean() ? null : new Case.Closing(Outcome.SOLVED, "", NOW, User.LOCAL));
        write(world.all, rows -> rows.saveCase(changed));
        cases.remove(base);
        cases.add(changed);
        escalate();
    }

    private void escalate() {
        Set<ConversationRef> held = new HashSet<>();
        cases.stream().filter(Case::open).forEach(c -> held.addAll(c.conversations()));
        conversations.replaceAll((ref, c) -> Bend.with(c, "escalated", held.contains(ref)));
    }

    private void saveMessages(Random random) {
        if (conversations.isEmpty()) {
            return;
        }
        Conversation conversation = List.copyOf(conversations.values()).get(random.nextInt(conversations.size()));
        Message fresh = world.message(conversation, "m" + world.ids.next(), "Lena", "Wort" + random.nextInt(50));
        List<Message> known = messages.values().stream()
                .filter(m -> m.conversation().equals(conversation.id()))
                .toList();
        Message message = known.isEmpty() || random.nextBoolean()
                ? fresh
                : Bend.with(known.get(random.nextInt(known.size())), "text", "Wort" + random.nextInt(50));
        write(world.all, rows -> rows.saveMessages(List.of(message)));
        messages.put(message.id(), message);
    }

    private void saveInquiries(Random random) {
        if (messages.isEmpty()) {
            return;
        }
        Message message = List.copyOf(messages.values()).get(random.nextInt(messages.size()));
        Conversation conversation = conversations.get(new ConversationRef(message.brand(), message.conversation()));
        if (conversation == null) {
            throw new IllegalStateException("a message without its conversation");
        }
        List<Inquiry> theirs = inquiries.computeIfAbsent(ConversationRef.of(conversation), c -> new ArrayList<>());
        Inquiry inquiry = theirs.isEmpty() || random.nextInt(3) == 0
                ? world.inquiry(conversation, message)
                : theirs.get(random.nextInt(theirs.size()));
        @Nullable
        InquiryEnd end = switch (random.nextInt(6)) {
            case 0 -> new InquiryEnd.Answered(NOW, message.id());
            case 1 -> new InquiryEnd.AnsweredElsewhere(NOW, null);
            case 2 -> new InquiryEnd.Ignored(NOW, IgnoreReason.SPAM);
            case 3 -> new InquiryEnd.Merged(NOW, inquiry.id());
            case 4 -> new InquiryEnd.Deleted(NOW);
            default -> null;
        };
        Inquiry changed = Bend.with(inquiry, "end", end);
        write(world.all, rows -> rows.saveInquiries(List.of(changed)));
        theirs.removeIf(known -> known.id().equals(changed.id()));
        theirs.add(changed);
    }

    private void record(Random random) {
        Account account = account(random);
        List<RawEvent> page = new ArrayList<>();
        for (int i = random.nextInt(8); i >= 0; i--) {
            // A small space of ids and contents, so that replays in any order are common.
            page.add(world.event("e" + random.nextInt(60), "v" + random.nextInt(3)));
        }
        Instant at = NOW.plusSeconds(random.nextInt(400_000));
        Recorded recorded = store.write(world.all, rows -> rows.record(account, page, null, at));
        int fresh = 0;
        for (RawEvent event : page) {
            fresh += events.add(account.id() + "/" + event.id() + "/" + new String(event.payload())) ? 1 : 0;
        }
        assertThat(recorded).isEqualTo(new Recorded(fresh, page.size() - fresh));
        shown += page.size();
        repeats += page.size() - fresh;
    }

    private void settle(Random random) {
        Account account = account(random);
        write(world.all, rows -> {
            Map<LedgerId, LedgerOutcome> settled = new HashMap<>();
            for (LedgerEntry entry : rows.waiting(account.brand(), account.id(), 5)) {
                settled.put(entry.id(), LedgerOutcome.values()[random.nextInt(LedgerOutcome.values().length)]);
            }
            rows.settle(account.brand(), settled);
            outcomes.putAll(settled);
        });
    }

    private void failInTheMiddle(Random random) {
        try {
            write(world.all, rows -> {
                rows.saveConversations(List.of(conversation(random)));
                rows.record(world.mail, List.of(world.event("never" + random.nextInt(), "x")), null, NOW);
                throw new UnsupportedOperationException("on purpose");
            });
        } catch (UnsupportedOperationException e) {
            assertThat(e).hasMessage("on purpose");
        }
    }

    private void followTheFeed() {
        read(world.all, rows -> {
            for (Change change : rows.changes(feed, 10_000)) {
                assertThat(told.add(change)).isTrue();
                feed = change.seq();
                if (change.kind() == Change.Kind.CONVERSATION) {
                    ConversationRef ref = new ConversationRef(change.brand(), new ConversationId(change.id()));
                    seenByFeed.put(ref, rows.conversation(ref).orElseThrow());
                }
            }
        });
    }

    private void compare(long seed) {
        followTheFeed();
        assertThat(seenByFeed).as("seed %d", seed).isEqualTo(conversations);
        read(world.all, rows -> {
            Map<BrandId, Map<Queue, Integer>> counts = rows.queueCounts();
            for (BrandId brand : world.all.brands()) {
                Map<Queue, Integer> recounted = new EnumMap<>(Queue.class);
                for (Queue queue : Queue.values()) {
                    InboxQuery query =
                            new InboxQuery(queue, Set.of(brand), Set.of(), "", InboxQuery.Order.URGENT_FIRST);
                    IdIndex index = rows.index(query, 100_000);
                    if (queue != Queue.ALL) {
                        recounted.put(queue, index.size());
                    } else {
                        assertThat(index.size()).isEqualTo((int) conversations.keySet().stream()
                                .filter(ref -> ref.brand().equals(brand))
                                .count());
                    }
                }
                assertThat(counts.get(brand)).as("seed %d", seed).isEqualTo(recounted);
            }
            EventBalance balance = rows.eventBalance(EARLY, LATE);
            assertThat(balance.holds()).isTrue();
            assertThat(balance.seen()).isEqualTo(shown);
            long duplicates = outcomes.values().stream()
                    .filter(o -> o == LedgerOutcome.DUPLICATE)
                    .count();
            assertThat(balance.outcomes()).containsEntry(LedgerOutcome.DUPLICATE, repeats + duplicates);
            InquiryBalance begun = rows.inquiryBalance(EARLY, LATE);
            assertThat(begun.holds()).isTrue();
            List<Inquiry> all =
                    inquiries.values().stream().flatMap(List::stream).toList();
            assertThat(begun.begun()).isEqualTo(all.size());
            assertThat(begun.open())
                    .isEqualTo(all.stream().filter(i -> i.end() == null).count());
            assertThat(begun.escalated())
                    .isEqualTo(inquiries.entrySet().stream()
                            .filter(e -> Objects.requireNonNull(conversations.get(e.getKey()))
                                    .escalated())
                            .flatMap(e -> e.getValue().stream())
                            .filter(i -> i.end() == null)
                            .count());
            for (ConversationRef ref : conversations.keySet()) {
                assertThat(rows.messages(ref))
                        .containsExactlyInAnyOrderElementsOf(messages.values().stream()
                                .filter(m -> m.conversation().equals(ref.id()))
                                .toList());
                assertThat(rows.inquiries(ref))
                        .containsExactlyInAnyOrderElementsOf(inquiries.getOrDefault(ref, List.of()));
            }
        });
        searchFinds();
    }

    private void searchFinds() {
        for (String word : List.of("Wort1", "Wort23", "Wort49")) {
            Set<ConversationRef> expected = new HashSet<>();
            messages.values().stream()
                    .filter(m -> m.text().equals(word))
                    .forEach(m -> expected.add(new ConversationRef(m.brand(), m.conversation())));
            InboxQuery query =
                    new InboxQuery(Queue.ALL, Set.of(), Set.of(), "\"" + word + "\"", InboxQuery.Order.NEWEST_FIRST);
            read(world.all, rows -> {
                IdIndex index = rows.index(query, 10_000);
                assertThat(index.range(0, index.size())).containsExactlyInAnyOrderElementsOf(expected);
            });
        }
    }
}
