package org.kontor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.kontor.store.World.NOW;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kontor.api.channel.Cursor;
import org.kontor.api.channel.RawEvent;
import org.kontor.api.id.LedgerId;
import org.kontor.api.ledger.EventBalance;
import org.kontor.api.ledger.LedgerEntry;
import org.kontor.api.ledger.LedgerOutcome;
import org.kontor.api.store.Recorded;

/** The ledger and its balance. */
public abstract class LedgerContract extends StoreContract {
    protected LedgerContract(Engine engine, Path folder) {
        super(engine, folder);
    }

    @Test
    void eventsWaitWithTheCursorMoved() {
        Recorded recorded = record(List.of(world.event("1", "Hallo"), world.event("2", "Grüße")), "c2");
        assertThat(recorded).isEqualTo(new Recorded(2, 0));
        read(world.onlyNordwind, rows -> {
            List<LedgerEntry> waiting = rows.waiting(world.nordwind.id(), world.mail.id(), 10);
            assertThat(waiting)
                    .extracting(LedgerEntry::event)
                    .containsExactly(world.event("1", "Hallo"), world.event("2", "Grüße"));
            assertThat(waiting).allSatisfy(entry -> {
                assertThat(entry.seenAt()).isEqualTo(NOW);
                assertThat(entry.outcome()).isEqualTo(LedgerOutcome.WAITING);
                assertThat(entry.repeats()).isZero();
                assertThat(entry.hash()).matches("[0-9a-f]{64}");
                assertThat(rows.ledgerEntry(world.nordwind.id(), entry.id())).contains(entry);
            });
            assertThat(rows.cursor(world.nordwind.id(), world.mail.id())).isEqualTo(new Cursor("c2"));
        });
    }

    @Test
    void theSameAgainOnlyCounts() {
        record(List.of(world.event("1", "Hallo")), "c1");
        Recorded again =
                record(List.of(world.event("2", "neu"), world.event("1", "Hallo"), world.event("2", "neu")), null);
        assertThat(again).isEqualTo(new Recorded(1, 2));
        read(world.onlyNordwind, rows -> {
            List<LedgerEntry> waiting = rows.waiting(world.nordwind.id(), world.mail.id(), 10);
            assertThat(waiting).extracting(LedgerEntry::repeats).containsExactly(1, 1);
            assertThat(rows.cursor(world.nordwind.id(), world.mail.id())).isEqualTo(new Cursor("c1"));
        });
    }

    @Test
    void anotherContentOrAccountIsAnotherEvent() {
        record(List.of(world.event("1", "Hallo"), world.event("1", "Hallo!")), null);
        Recorded other = store.write(
                world.onlyNordwind, rows -> rows.record(world.sky, List.of(world.event("1", "Hallo")), null, NOW));
        assertThat(other).isEqualTo(new Recorded(1, 0));
        assertThat(waiting()).hasSize(2);
    }

    @Test
    void aLargePayloadComesBackWhole() {
        String large = "ä".repeat(50_000);
        record(List.of(world.event("1", large), world.event("2", large), world.event("3", "")), null);
        assertThat(waiting())
                .extracting(entry -> new String(entry.event().payload(), StandardCharsets.UTF_8))
                .containsExactly(large, large, "");
    }

    @Test
    void settledEntriesNoLongerWait() {
        record(List.of(world.event("1", "a"), world.event("2", "b"), world.event("3", "c")), null);
        List<LedgerEntry> waiting = waiting();
        settle(Map.of(
                waiting.get(0).id(), LedgerOutcome.STORED,
                waiting.get(2).id(), LedgerOutcome.UNREADABLE));
        assertThat(waiting()).containsExactly(waiting.get(1));
        assertThat(waiting(1)).hasSize(1);
    }

    @Test
    void settlingTwiceIsSettlingOnce() {
        record(List.of(world.event("1", "a")), null);
        LedgerId id = waiting().getFirst().id();
        settle(Map.of(id, LedgerOutcome.STORED));
        settle(Map.of(id, LedgerOutcome.STORED));
        EventBalance balance = balance();
        assertThat(balance.holds()).isTrue();
        assertThat(balance.outcomes()).containsEntry(LedgerOutcome.STORED, 1L);
    }

    @Test
    void anEntryThatIsNotThereCannotBeSettled() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> settle(Map.of(new LedgerId(77), LedgerOutcome.STORED)));
    }

    @Test
    void everyEventSeenHasOneOutcome() {
        record(List.of(world.event("1", "a"), world.event("2", "b"), world.event("1", "a")), null);
        settle(Map.of(waiting().getFirst().id(), LedgerOutcome.OWN_ECHO));
        record(List.of(world.event("2", "b")), null);
        EventBalance balance = balance();
        assertThat(balance.seen()).isEqualTo(4);
        assertThat(balance.holds()).isTrue();
        assertThat(balance.outcomes())
                .containsEntry(LedgerOutcome.DUPLICATE, 2L)
                .containsEntry(LedgerOutcome.OWN_ECHO, 1L)
                .containsEntry(LedgerOutcome.WAITING, 1L);
    }

    @Test
    void aDayIsTheBrandsDay() {
        // 03:30 UTC is still the evening before in New York, and early morning in Berlin.
        Instant night = Instant.parse("2026-03-10T03:30:00Z");
        write(world.all, rows -> {
            rows.record(world.almaMail, List.of(world.event("1", "a")), null, night);
            rows.record(world.mail, List.of(world.event("1", "a")), null, night);
        });
        Instant midnight = Instant.parse("2026-03-09T23:00:00Z");
        read(world.onlyNordwind, rows -> {
            assertThat(rows.eventBalance(midnight, midnight.plus(Duration.ofDays(1)))
                            .seen())
                    .isEqualTo(1);
            assertThat(rows.eventBalance(midnight.minus(Duration.ofDays(1)), midnight)
                            .seen())
                    .isZero();
        });
        Instant newYorkMidnight = Instant.parse("2026-03-10T04:00:00Z");
        read(world.onlyAlma, rows -> {
            assertThat(rows.eventBalance(newYorkMidnight, newYorkMidnight.plus(Duration.ofDays(1)))
                            .seen())
                    .isZero();
            assertThat(rows.eventBalance(newYorkMidnight.minus(Duration.ofDays(1)), newYorkMidnight)
                            .seen())
                    .isEqualTo(1);
        });
    }

    private Recorded record(List<RawEvent> events, @Nullable String cursor) {
        return store.write(
                world.onlyNordwind,
                rows -> rows.record(world.mail, events, cursor == null ? null : new Cursor(cursor), NOW));
    }

    private void settle(Map<LedgerId, LedgerOutcome> outcomes) {
        write(world.onlyNordwind, rows -> {
            rows.settle(world.nordwind.id(), outcomes);
        });
    }

    private List<LedgerEntry> waiting() {
        return waiting(100);
    }

    private List<LedgerEntry> waiting(int max) {
        return store.read(world.onlyNordwind, rows -> rows.waiting(world.nordwind.id(), world.mail.id(), max));
    }

    private EventBalance balance() {
        return store.read(world.onlyNordwind, rows -> rows.eventBalance(EARLY, LATE));
    }
}
