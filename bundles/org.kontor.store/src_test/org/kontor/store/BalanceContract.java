package org.kontor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.kontor.store.World.NOW;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kontor.api.access.ScopeException;
import org.kontor.api.access.User;
import org.kontor.api.account.Account;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Origin;
import org.kontor.api.channel.RawEvent;
import org.kontor.api.conversation.Conversation;
import org.kontor.api.conversation.ConversationState;
import org.kontor.api.conversation.Message;
import org.kontor.api.id.LedgerId;
import org.kontor.api.ledger.BalanceDifference;
import org.kontor.api.ledger.BalanceDifference.OfEvents;
import org.kontor.api.ledger.BalanceDifference.OfInquiries;
import org.kontor.api.ledger.BalanceDifference.OfQueue;
import org.kontor.api.ledger.EventNumber;
import org.kontor.api.ledger.LedgerEntry;
import org.kontor.api.ledger.LedgerOutcome;
import org.kontor.api.store.Queue;
import org.kontor.api.store.ReadRows;

/** What is kept of the balances is what the rows say; where it is not, that is found and can be mended. */
public abstract class BalanceContract extends StoreContract {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 4, 30);

    private final BareEngine bare;

    protected BalanceContract(BareEngine engine, Path folder) {
        super(engine, folder);
        bare = engine;
    }

    @Test
    void whatTheStoreKeepsIsWhatTheRowsSay() {
        fill();
        assertThat(differences()).isEmpty();
        read(
                world.onlyNordwind,
                rows -> assertThat(rows.ledgerDays(world.nordwind.id()))
                        .contains(new ReadRows.Span(DAY, DAY.plusDays(1))));
    }

    @Test
    void aChangedCounterOfADayIsNamedAndCountedAnew() {
        fill();
        tamper("UPDATE ledger_day SET stored = stored + 3 WHERE day = " + DAY.toEpochDay());
        assertThat(differences()).containsExactly(of(DAY, EventNumber.STORED, 4, 1));
        recount();
        assertThat(differences()).isEmpty();
        assertThat(store.read(world.all, rows -> rows.eventBalance(EARLY, LATE)).holds())
                .isTrue();
    }

    @Test
    void whatWasSeenAndHowOftenIsMendedFromTheRepeatsOfTheAccount() {
        fill();
        tamper("UPDATE ledger_day SET seen = seen + 1 WHERE day = " + DAY.toEpochDay());
        assertThat(differences()).containsExactly(of(DAY, EventNumber.SEEN, 5, 4));
        recount();
        assertThat(differences()).isEmpty();
        tamper("UPDATE ledger_day SET duplicate = duplicate + 7, seen = seen + 7 WHERE day = " + DAY.toEpochDay());
        assertThat(differences())
                .containsExactly(new OfEvents(world.nordwind.id(), world.mail.id(), null, EventNumber.DUPLICATE, 8, 1));
        recount();
        assertThat(differences()).isEmpty();
    }

    @Test
    void aLostDayIsFound() {
        fill();
        tamper("DELETE FROM ledger_day WHERE day = " + DAY.plusDays(1).toEpochDay());
        assertThat(differences())
                .contains(of(DAY.plusDays(1), EventNumber.WAITING, 0, 1), of(DAY.plusDays(1), EventNumber.SEEN, 0, 1));
        recount();
        assertThat(differences()).isEmpty();
    }

    @Test
    void whatTheLedgerNoLongerHoldsIsNoDifference() {
        fill();
        tamper("DELETE FROM ledger_payload", "DELETE FROM ledger WHERE seen_day = " + DAY.toEpochDay());
        assertThat(differences()).isEmpty();
    }

    @Test
    void aChangedQueueIsNamedAndCountedAnew() {
        world.save(store, Bend.with(world.conversation(world.mail, "<1@x>"), "assignee", User.LOCAL));
        world.save(store, world.conversation(world.mail, "<2@x>", ConversationState.ANSWERED, NOW));
        assertThat(differences()).isEmpty();
        tamper(
                "UPDATE queue_counter SET held = 9 WHERE queue = 'ANSWERED'",
                "DELETE FROM queue_counter WHERE queue = 'MINE'");
        assertThat(differences())
                .containsExactlyInAnyOrder(
                        new OfQueue(world.nordwind.id(), Queue.ANSWERED, null, 9, 1),
                        new OfQueue(world.nordwind.id(), Queue.MINE, User.LOCAL, 0, 1));
        recount();
        assertThat(differences()).isEmpty();
        read(
                world.all,
                rows -> assertThat(rows.queueCounts().get(world.nordwind.id()))
                        .containsEntry(Queue.ANSWERED, 1)
                        .containsEntry(Queue.MINE, 1));
    }

    @Test
    void anInquiryThatIsNeitherOpenNorEndedIsNamed() {
        Conversation conversation = world.conversation(world.mail, "<1@x>");
        Message message = world.message(conversation, "<1@x>", "Lena", "Hallo");
        world.save(store, conversation, message);
        write(
                world.all,
                rows -> rows.saveInquiries(
                        List.of(world.inquiry(conversation, message), world.inquiry(conversation, message))));
        assertThat(differences()).isEmpty();
        tamper("UPDATE inquiry SET end_kind = 'IGNORED', end_at = 5 WHERE id = (SELECT min(i.id) FROM inquiry i)");
        assertThat(differences()).containsExactly(new OfInquiries(world.nordwind.id(), world.mail.id(), DAY, 2, 1));
    }

    @Test
    void whatOnlyComparingBroughtIsFoundLateUnlessItComesAfterAll() {
        record(NOW, event("a", Origin.RECEIVED), event("b", Origin.RECONCILED), event("c", Origin.RECONCILED));
        assertThat(late()).isEqualTo(2);
        record(NOW.plus(Duration.ofDays(1)), event("a", Origin.RECONCILED), event("b", Origin.RECEIVED));
        assertThat(late()).isEqualTo(1);
        record(NOW, event("b", Origin.RECEIVED), event("c", Origin.RECONCILED));
        assertThat(late()).isEqualTo(1);
        assertThat(differences()).isEmpty();
        tamper("UPDATE ledger_day SET found_late = 5 WHERE day = " + DAY.toEpochDay());
        assertThat(differences()).containsExactly(of(DAY, EventNumber.FOUND_LATE, 5, 1));
        recount();
        assertThat(late()).isEqualTo(1);
    }

    @Test
    void onlyWhoMaySetUpTheBrandCountsAnew() {
        fill();
        OfEvents difference = of(DAY, EventNumber.STORED, 4, 1);
        assertThatExceptionOfType(ScopeException.class)
                .isThrownBy(() -> write(world.onlyAlma, rows -> rows.recount(difference)));
        read(world.onlyAlma, rows -> {
            assertThat(rows.dayDifferences(world.nordwind.id(), FIRST, LAST)).isEmpty();
            assertThat(rows.totalDifferences(world.nordwind.id())).isEmpty();
            assertThat(rows.foundLate(FIRST, LAST)).isEmpty();
        });
    }

    @Test
    void afterAnyRandomSequenceNothingDiffers() {
        long seed = 11_282_026;
        System.out.println("kontor: balance seed " + seed);
        Random random = new Random(seed);
        List<Account> accounts = List.of(world.mail, world.sky);
        for (int i = 0; i < 150; i++) {
            Account account = accounts.get(random.nextInt(2));
            List<RawEvent> page = new ArrayList<>();
            for (int n = random.nextInt(8); n >= 0; n--) {
                page.add(event("e" + random.nextInt(90), Origin.values()[random.nextInt(Origin.values().length)]));
            }
            Instant at = NOW.plusSeconds(random.nextInt(900_000));
            write(world.onlyNordwind, rows -> {
                rows.record(account, page, null, at);
                Map<LedgerId, LedgerOutcome> settled = new HashMap<>();
                for (LedgerEntry entry : rows.waiting(account.brand(), account.id(), random.nextInt(6) + 1)) {
                    settled.put(entry.id(), LedgerOutcome.values()[random.nextInt(LedgerOutcome.values().length)]);
                }
                rows.settle(account.brand(), settled);
            });
        }
        assertThat(differences()).as("seed %d", seed).isEmpty();
        for (int i = 0; i < 6; i++) {
            List<String> columns = List.of("seen", "stored", "waiting", "own_echo", "found_late", "unreadable");
            String column = columns.get(i);
            tamper("UPDATE ledger_day SET " + column + " = " + column + " + " + (1 + random.nextInt(9))
                    + " WHERE day = (SELECT max(l.day) FROM ledger_day l)");
            assertThat(differences()).as(column).isNotEmpty();
            recount();
            assertThat(differences()).as(column).isEmpty();
        }
    }

    // -- help

    /** One day with a stored event, two waiting and a repeat, the next with one waiting. */
    private void fill() {
        record(NOW, event("a", Origin.RECEIVED), event("b", Origin.RECEIVED), event("a", Origin.RECEIVED));
        write(
                world.onlyNordwind,
                rows -> rows.settle(
                        world.nordwind.id(),
                        Map.of(
                                rows.waiting(world.nordwind.id(), world.mail.id(), 1)
                                        .getFirst()
                                        .id(),
                                LedgerOutcome.STORED)));
        record(NOW, event("c", Origin.RECEIVED));
        record(NOW.plus(Duration.ofDays(1)), event("d", Origin.RECEIVED));
    }

    private void record(Instant at, RawEvent... events) {
        store.write(world.onlyNordwind, rows -> rows.record(world.mail, List.of(events), null, at));
    }

    private static RawEvent event(String id, Origin origin) {
        return new RawEvent(new ExternalId(id), origin, "text/plain", id.getBytes(StandardCharsets.UTF_8));
    }

    private OfEvents of(LocalDate day, EventNumber number, long kept, long counted) {
        return new OfEvents(world.nordwind.id(), world.mail.id(), day, number, kept, counted);
    }

    private long late() {
        return store.read(
                world.onlyNordwind, rows -> rows.foundLate(FIRST, LAST).getOrDefault(world.mail.id(), 0L));
    }

    private List<BalanceDifference> differences() {
        return store.read(world.all, rows -> {
            List<BalanceDifference> found = new ArrayList<>(rows.dayDifferences(world.nordwind.id(), FIRST, LAST));
            found.addAll(rows.totalDifferences(world.nordwind.id()));
            return found;
        });
    }

    private void recount() {
        List<BalanceDifference> found = differences();
        write(world.onlyNordwind, rows -> found.forEach(rows::recount));
    }

    private void tamper(String... statements) {
        assertThat(tamper(bare, statements)).isPositive();
    }
}
