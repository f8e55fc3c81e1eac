package org.kontor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.kontor.store.World.NOW;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kontor.api.channel.Cursor;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.ConversationState;
import org.kontor.api.conversation.Message;
import org.kontor.api.id.ConversationId;
import org.kontor.api.ledger.LedgerOutcome;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.IdIndex;
import org.kontor.api.store.InboxQuery;
import org.kontor.api.store.Queue;
import org.kontor.api.store.ReadRows;
import org.kontor.api.store.Store;
import org.kontor.api.store.StoreException;
import org.kontor.api.store.UiThread;

/** Transactions, threads and hints. */
public abstract class SharingContract extends StoreContract {
    protected SharingContract(Engine engine, Path folder) {
        super(engine, folder);
    }

    @Test
    void aTransactionReadsWhatItWrote() {
        Conversation conversation = world.conversation(world.mail, "<1@x>");
        write(world.all, rows -> {
            rows.saveConversations(List.of(conversation));
            assertThat(rows.conversation(ConversationRef.of(conversation))).contains(conversation);
            assertThat(rows.queueCounts().get(world.nordwind.id())).containsEntry(Queue.UNASSIGNED, 1);
            rows.record(world.mail, List.of(world.event("1", "a")), new Cursor("2"), NOW);
            assertThat(rows.cursor(world.nordwind.id(), world.mail.id())).isEqualTo(new Cursor("2"));
            assertThat(rows.eventBalance(EARLY, LATE).outcomes()).containsEntry(LedgerOutcome.WAITING, 1L);
            assertThat(rows.index(InboxQuery.of(Queue.ALL), 10).size()).isEqualTo(1);
        });
    }

    @Test
    void whatThrowsHasWrittenNothing() {
        Conversation conversation = world.conversation(world.mail, "<1@x>");
        IllegalStateException mine = new IllegalStateException("mine");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> write(world.all, rows -> {
                    rows.saveConversations(List.of(conversation));
                    throw mine;
                }))
                .isSameAs(mine);
        read(
                world.all,
                rows -> assertThat(rows.conversation(ConversationRef.of(conversation)))
                        .isEmpty());
    }

    @Test
    void aFaultThatWasCaughtStillSpoilsTheTransaction() {
        Conversation conversation = world.conversation(world.mail, "<1@x>");
        Conversation sameRoot = world.conversation(world.mail, "<1@x>");
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> write(world.all, rows -> {
                    rows.saveConversations(List.of(conversation));
                    assertThatExceptionOfType(StoreException.class)
                            .isThrownBy(() -> rows.saveConversations(List.of(sameRoot)));
                }));
        read(
                world.all,
                rows -> assertThat(rows.index(InboxQuery.of(Queue.ALL), 10).size())
                        .isZero());
        world.save(store, conversation);
    }

    @Test
    void whatRefersToNothingCannotBeCommitted() {
        Message orphan = world.message(world.conversation(world.mail, "<1@x>"), "<1@x>", "Lena", "Hallo");
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> write(world.all, rows -> rows.saveMessages(List.of(orphan))));
        read(
                world.all,
                rows -> assertThat(rows.message(world.nordwind.id(), orphan.id()))
                        .isEmpty());
    }

    @Test
    void theOrderOfSavesDoesNotMatter() {
        Conversation conversation = world.conversation(world.mail, "<1@x>");
        Message message = world.message(conversation, "<1@x>", "Lena", "Hallo");
        write(world.all, rows -> {
            rows.saveMessages(List.of(message));
            rows.saveConversations(List.of(conversation));
        });
        read(
                world.all,
                rows -> assertThat(rows.messages(ConversationRef.of(conversation)))
                        .containsExactly(message));
    }

    @Test
    void aReadWithinATransactionSeesIt() {
        Conversation conversation = world.conversation(world.mail, "<1@x>");
        write(world.all, rows -> {
            rows.saveConversations(List.of(conversation));
            read(
                    world.onlyNordwind,
                    inner -> assertThat(inner.conversation(ConversationRef.of(conversation)))
                            .isPresent());
            read(
                    world.onlyAlma,
                    inner -> assertThat(inner.conversation(ConversationRef.of(conversation)))
                            .isEmpty());
        });
        read(
                world.all,
                rows -> read(
                        world.onlyNordwind,
                        inner -> assertThat(inner.conversation(ConversationRef.of(conversation)))
                                .isPresent()));
    }

    @Test
    void aWriteWithinATransactionIsRefused() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> read(world.all, rows -> write(world.all, inner -> {})));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> write(world.all, rows -> write(world.all, inner -> {})));
        write(world.all, rows -> rows.saveAccount(world.mail));
    }

    @Test
    void rowsAreOfNoUseAfterTheirTransaction() {
        AtomicReference<@Nullable ReadRows> kept = new AtomicReference<>();
        read(world.all, kept::set);
        ReadRows rows = kept.get();
        assertThat(rows).isNotNull();
        if (rows != null) {
            assertThatExceptionOfType(IllegalStateException.class).isThrownBy(rows::brands);
        }
    }

    @Test
    void theUiThreadIsRefused() {
        UiThread.claim();
        try {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> store.read(world.all, ReadRows::brands))
                    .withMessageContaining("UI thread");
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> store.write(world.all, ReadRows::brands))
                    .withMessageContaining("UI thread");
        } finally {
            UiThread.release();
        }
    }

    @Test
    void anInterruptLosesNothing() throws Exception {
        Conversation conversation = world.conversation(world.mail, "<1@x>");
        AtomicReference<@Nullable Boolean> stillInterrupted = new AtomicReference<>();
        Thread thread = new Thread(() -> {
            Thread.currentThread().interrupt();
            world.save(store, conversation);
            stillInterrupted.set(Thread.currentThread().isInterrupted());
        });
        thread.start();
        thread.join();
        assertThat(stillInterrupted.get()).isTrue();
        read(
                world.all,
                rows -> assertThat(rows.conversation(ConversationRef.of(conversation)))
                        .isPresent());
    }

    @Test
    void aCommitIsHintedUntilTheListenerLeaves() {
        AtomicLong hinted = new AtomicLong();
        AtomicInteger failing = new AtomicInteger();
        Store.Registration broken = store.onCommit(seq -> {
            failing.incrementAndGet();
            throw new IllegalStateException("a listener that fails");
        });
        Store.Registration registration = store.onCommit(hinted::set);
        world.save(store, world.conversation(world.mail, "<1@x>"));
        await().untilAsserted(() -> assertThat(hinted.get()).isEqualTo(head()));
        assertThat(failing.get()).isPositive();
        registration.close();
        broken.close();
        long before = hinted.get();
        AtomicLong other = new AtomicLong();
        try (Store.Registration again = store.onCommit(other::set)) {
            world.save(store, world.conversation(world.mail, "<2@x>"));
            await().untilAsserted(() -> assertThat(other.get()).isEqualTo(head()));
        }
        assertThat(hinted.get()).isEqualTo(before);
    }

    @Test
    void aReaderSeesOneMomentWhileOthersWrite() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);
        Conversation conversation = world.conversation(world.mail, "<1@x>");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> reader = threads.submit(() -> read(world.all, rows -> {
                assertThat(rows.index(InboxQuery.of(Queue.ALL), 10).size()).isZero();
                reading.countDown();
                pass(written);
                assertThat(rows.index(InboxQuery.of(Queue.ALL), 10).size()).isZero();
                assertThat(rows.conversation(ConversationRef.of(conversation))).isEmpty();
            }));
            reading.await();
            world.save(store, conversation);
            written.countDown();
            reader.get();
        }
        read(
                world.all,
                rows -> assertThat(rows.index(InboxQuery.of(Queue.ALL), 10).size())
                        .isEqualTo(1));
    }

    private static void pass(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void manyWritersAndReadersAgree() throws Exception {
        long seed = 99;
        System.out.println("seed " + seed);
        int writers = 6;
        int each = 150;
        List<Callable<Integer>> work = new ArrayList<>();
        AtomicInteger running = new AtomicInteger(writers);
        for (int w = 0; w < writers; w++) {
            int number = w;
            work.add(() -> {
                try {
                    return writeAtRandom(new Random(seed + number), number, each);
                } finally {
                    running.decrementAndGet();
                }
            });
        }
        for (int r = 0; r < 4; r++) {
            work.add(() -> {
                int looks = 0;
                while (running.get() > 0) {
                    read(world.all, SharingContract::requireAgreement);
                    looks++;
                }
                return looks;
            });
        }
        int saved = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> all = threads.invokeAll(work);
            for (int i = 0; i < all.size(); i++) {
                int result = all.get(i).get();
                saved += i < writers ? result : 0;
                assertThat(result).isPositive();
            }
        }
        int expected = saved;
        read(world.all, rows -> {
            requireAgreement(rows);
            assertThat(rows.index(InboxQuery.of(Queue.ALL), 100_000).size()).isEqualTo(expected);
        });
    }

    /** Saves conversations, some in transactions that fail; returns how many were kept. */
    private int writeAtRandom(Random random, int number, int count) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            Conversation conversation = world.conversation(
                    random.nextBoolean() ? world.mail : world.almaMail,
                    number + "/" + i,
                    ConversationState.values()[random.nextInt(6)],
                    NOW);
            boolean fails = random.nextInt(5) == 0;
            boolean breaks = !fails && random.nextInt(20) == 0;
            try {
                write(world.all, rows -> {
                    rows.saveConversations(List.of(conversation));
                    rows.record(world.mail, List.of(world.event(number + "/" + conversation.root(), "x")), null, NOW);
                    if (fails) {
                        throw new UnsupportedOperationException("on purpose");
                    }
                    if (breaks) {
                        rows.saveMessages(List.of(Bend.with(
                                world.message(conversation, "m", "Lena", "x"), "conversation", new ConversationId(1))));
                    }
                });
                assertThat(fails || breaks).isFalse();
                kept++;
            } catch (UnsupportedOperationException e) {
                assertThat(fails).isTrue();
            } catch (StoreException e) {
                assertThat(breaks).isTrue();
            }
        }
        return kept;
    }

    private static void requireAgreement(ReadRows rows) {
        assertThat(rows.eventBalance(EARLY, LATE).holds()).isTrue();
        Map<Queue, Integer> counted = new EnumMap<>(Queue.class);
        rows.queueCounts().values().forEach(counts -> counts.forEach((q, n) -> counted.merge(q, n, Integer::sum)));
        int sum = 0;
        for (Queue queue : List.of(
                Queue.UNANSWERED, Queue.SNOOZED, Queue.ANSWERED, Queue.RESOLVED, Queue.IGNORED, Queue.HISTORY)) {
            int held = counted.getOrDefault(queue, 0);
            sum += held;
            assertThat(rows.index(InboxQuery.of(queue), 100_000).size())
                    .as(queue.name())
                    .isEqualTo(held);
        }
        IdIndex all = rows.index(InboxQuery.of(Queue.ALL), 100_000);
        assertThat(all.size()).isEqualTo(sum);
        // Each conversation came with one event.
        assertThat(rows.eventBalance(EARLY, LATE).seen()).isEqualTo(all.size());
    }
}
