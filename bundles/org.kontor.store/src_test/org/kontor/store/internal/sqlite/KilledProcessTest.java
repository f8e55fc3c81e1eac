package org.kontor.store.internal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.api.access.Right;
import org.kontor.api.access.Scope;
import org.kontor.api.access.User;
import org.kontor.api.account.Account;
import org.kontor.api.channel.Cursor;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.Message;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.LedgerId;
import org.kontor.api.ledger.LedgerEntry;
import org.kontor.api.ledger.LedgerOutcome;
import org.kontor.api.outbox.OutboxEntry;
import org.kontor.api.outbox.OutboxState;
import org.kontor.api.store.InboxQuery;
import org.kontor.api.store.Queue;
import org.kontor.api.store.ReadRows;
import org.kontor.api.store.Store;
import org.kontor.store.Bend;
import org.kontor.store.StoreContract;
import org.kontor.store.TestGrants;
import org.kontor.store.World;

/** kill -9 of a process that writes: what it was told to be durable is there, and the database is whole. */
class KilledProcessTest {
    private final Path folder;
    private final TestGrants grants = new TestGrants();

    KilledProcessTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void nothingAcknowledgedIsLostOverFiveKills() throws Exception {
        kill(5, 41);
    }

    @Test
    @Tag("soak")
    void nothingAcknowledgedIsLostOverFiftyKills() throws Exception {
        kill(50, System.nanoTime());
    }

    private void kill(int times, long seed) throws Exception {
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Map<String, String> acknowledged = new HashMap<>();
        for (int i = 0; i < times; i++) {
            int acknowledgements = 20 + random.nextInt(400);
            Process writer = ChildJvm.start(Writer.class, folder.toString(), Long.toString(random.nextLong()));
            try (BufferedReader out = writer.inputReader()) {
                for (String line = out.readLine(); line != null; line = out.readLine()) {
                    String[] parts = line.split(" ");
                    acknowledged.put(parts[0], parts[1]);
                    if (--acknowledgements == 0) {
                        // Not by the Process itself: that would close its output before all of it is read.
                        writer.toHandle().destroyForcibly();
                    }
                }
                assertThat(writer.waitFor(30, TimeUnit.SECONDS)).isTrue();
                assertThat(acknowledgements).as("the writer ended by itself").isLessThanOrEqualTo(0);
            } finally {
                writer.destroyForcibly();
            }
            compare(acknowledged);
        }
        System.out.println(acknowledged.size() + " acknowledged writes over " + times + " kills");
    }

    private void compare(Map<String, String> acknowledged) {
        EmbeddedStore store = EmbeddedStore.open(folder, StoreOptions.of(InstantSource.system(), StoreLog.NONE));
        assertThat(store.check()).isEmpty();
        Scope scope = everything(store, grants);
        store.read(scope, rows -> {
            Account account = rows.accounts().getFirst();
            List<ExternalId> ids =
                    acknowledged.keySet().stream().map(ExternalId::new).toList();
            Map<ExternalId, Message> messages = rows.messagesByExternalId(account.brand(), account.id(), ids);
            Map<ExternalId, OutboxEntry> replies = rows.outboxBySentId(account.brand(), account.id(), ids);
            acknowledged.forEach((id, text) -> {
                Message message = messages.get(new ExternalId(id));
                assertThat(message).as(id).isNotNull();
                assertThat(message).extracting(Message::text).isEqualTo(text);
                assertThat(replies).containsKey(new ExternalId(id));
            });
            whole(rows);
            return 0;
        });
        store.close();
    }

    private static void whole(ReadRows rows) {
        var balance = rows.eventBalance(StoreContract.EARLY, StoreContract.LATE);
        assertThat(balance.holds()).isTrue();
        int all = rows.index(InboxQuery.of(Queue.ALL), 1_000_000).size();
        assertThat(balance.seen()).isEqualTo(all * 2L);
        rows.queueCounts()
                .forEach((brand, counts) -> counts.forEach((queue, held) -> assertThat(rows.index(
                                        new InboxQuery(
                                                queue, Set.of(brand), Set.of(), "", InboxQuery.Order.NEWEST_FIRST),
                                        1_000_000)
                                .size())
                        .as(queue.name())
                        .isEqualTo(held)));
        assertThat(rows.index(
                                new InboxQuery(
                                        Queue.ALL, Set.of(), Set.of(), "\"wort\"", InboxQuery.Order.NEWEST_FIRST),
                                1_000_000)
                        .size())
                .isEqualTo(Math.min(all, 10_000));
    }

    private static Scope everything(Store store, TestGrants grants) {
        Map<BrandId, Set<Right>> held = store.read(grants.agency(User.LOCAL), rows -> rows.grantsOf(User.LOCAL));
        return grants.agency(User.LOCAL, held.keySet().toArray(BrandId[]::new));
    }

    /** Writes on several threads until it is killed; prints what is durable. */
    static final class Writer {
        private static final int THREADS = 4;

        public static void main(String[] args) {
            EmbeddedStore store =
                    EmbeddedStore.open(Path.of(args[0]), StoreOptions.of(InstantSource.system(), StoreLog.NONE));
            TestGrants grants = new TestGrants();
            boolean fresh = store.read(grants.agency(User.LOCAL), rows -> rows.clients())
                    .isEmpty();
            if (fresh) {
                World.in(store);
            }
            Scope scope = everything(store, grants);
            Account account = store.read(scope, rows -> rows.accounts()).getFirst();
            World world = new World();
            PrintStream out = System.out;
            for (int i = 0; i < THREADS; i++) {
                Random random = new Random(Long.parseLong(args[1]) + i);
                new Thread(() -> {
                            while (true) {
                                String id = Long.toHexString(random.nextLong());
                                String text = "wort-" + id + "x".repeat(random.nextInt(2_000));
                                write(store, scope, world, account, id, text);
                                synchronized (out) {
                                    out.println(id + " " + text);
                                    out.flush();
                                }
                            }
                        })
                        .start();
            }
        }

        private static void write(
                EmbeddedStore store, Scope scope, World world, Account account, String id, String text) {
            Conversation conversation = world.conversation(account, id);
            Message message = world.message(conversation, id, "Lena", text);
            OutboxEntry reply = Bend.with(
                    world.reply(conversation, id, "ja"), "state", OutboxState.SENT, "sentAs", new ExternalId("s" + id));
            store.write(scope, rows -> {
                rows.record(account, List.of(world.event(id, text), world.event(id, text)), new Cursor(id), World.NOW);
                rows.saveConversations(List.of(conversation));
                rows.saveMessages(List.of(message));
                rows.saveOutbox(reply);
                Map<LedgerId, LedgerOutcome> outcomes = new HashMap<>();
                for (LedgerEntry entry : rows.waiting(account.brand(), account.id(), 10)) {
                    outcomes.put(entry.id(), LedgerOutcome.STORED);
                }
                rows.settle(account.brand(), outcomes);
                return 0;
            });
        }
    }
}
