package org.kontor.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

/** Writes that can be counted afterwards: each is an event that comes twice, a conversation, a message and a reply. */
public final class Kept {
    private Kept() {}

    /** Writes one, in one transaction. */
    public static void write(Store store, Scope scope, World world, Account account, String id, String text) {
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

    /** Whether all of these are there as they were acknowledged, and all is well. */
    public static void require(Store store, Scope scope, Map<String, String> acknowledged) {
        store.read(scope, rows -> {
            List<ExternalId> ids =
                    acknowledged.keySet().stream().map(ExternalId::new).toList();
            Map<ExternalId, Message> messages = new HashMap<>();
            Map<ExternalId, OutboxEntry> replies = new HashMap<>();
            for (Account account : rows.accounts()) {
                messages.putAll(rows.messagesByExternalId(account.brand(), account.id(), ids));
                replies.putAll(rows.outboxBySentId(account.brand(), account.id(), ids));
            }
            acknowledged.forEach((id, text) -> {
                Message message = messages.get(new ExternalId(id));
                assertThat(message).as(id).isNotNull();
                assertThat(message).extracting(Message::text).isEqualTo(text);
                assertThat(replies).containsKey(new ExternalId(id));
            });
            requireWhole(rows);
            return 0;
        });
    }

    /** Whether balances, counters, lists and search agree, and nothing was written twice. */
    public static void requireWhole(ReadRows rows) {
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

    /** All brands. */
    public static Scope everything(Store store, TestGrants grants) {
        Map<BrandId, Set<Right>> held = store.read(grants.agency(User.LOCAL), rows -> rows.grantsOf(User.LOCAL));
        return grants.agency(User.LOCAL, held.keySet().toArray(BrandId[]::new));
    }
}
