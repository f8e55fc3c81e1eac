package org.kontor.desk.internal.reply;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kontor.api.access.Grants;
import org.kontor.api.access.Scope;
import org.kontor.api.account.Account;
import org.kontor.api.channel.Attempt;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.channel.Fault;
import org.kontor.api.channel.FaultKind;
import org.kontor.api.channel.Found;
import org.kontor.api.channel.RawEvent;
import org.kontor.api.channel.Sent;
import org.kontor.api.desk.Dispatch;
import org.kontor.api.outbox.OutboxEntry;
import org.kontor.api.outbox.OutboxState;
import org.kontor.api.store.Store;
import org.kontor.api.store.WriteRows;
import org.kontor.desk.internal.house.House;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Moves replies through the outbox: durable before each step, nothing sent twice, nothing silently unsent. */
@Component(service = Dispatch.class)
public final class DispatchService implements Dispatch {
    /** A reply that could not be sent for this long has failed: a late answer surprises more than it helps. */
    static final Duration GIVE_UP_AFTER = Duration.ofHours(24);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final Store store;
    private final Grants grants;
    private final House house;

    @Activate
    public DispatchService(@Reference Store store, @Reference Grants grants, @Reference House house) {
        this.store = store;
        this.grants = grants;
        this.house = house;
    }

    @Override
    public void recover(Account account) {
        store.write(scope(account), rows -> {
            Instant now = house.now();
            Settling settling = new Settling(rows, house);
            rows.outboxIn(account.brand(), account.id(), Set.of(OutboxState.SENDING))
                    .forEach(e -> settling.save(
                            OutboxEdit.undecided(e, "the program ended while it was being sent", null, now, now)));
            rows.outboxIn(account.brand(), account.id(), Set.of(OutboxState.UNDECIDED)).stream()
                    .filter(e -> waits(e, now))
                    .forEach(e -> rows.saveOutbox(OutboxEdit.lookedForAnew(e, now)));
            return null;
        });
    }

    /** Whether only our own pause stands before the next look: not the platform's wish, not the agent's decision. */
    private static boolean waits(OutboxEntry entry, Instant now) {
        Fault fault = entry.fault();
        Instant retryAt = fault == null ? null : fault.retryAt();
        return entry.notBefore().isAfter(now)
                && entry.notBefore().isBefore(OutboxEntry.NEVER)
                && (retryAt == null || !retryAt.isAfter(now));
    }

    @Override
    public Optional<Task> next(Account account) {
        Optional<Instant> due = nextDue(account);
        if (due.isEmpty() || due.get().isAfter(house.now())) {
            return Optional.empty();
        }
        return store.write(scope(account), rows -> {
            Instant now = house.now();
            List<OutboxEntry> first = rows.outboxDue(account.brand(), account.id(), now, 1);
            return first.isEmpty() ? Optional.<Task>empty() : Optional.of(begin(rows, first.getFirst(), now));
        });
    }

    private Task begin(WriteRows rows, OutboxEntry entry, Instant now) {
        if (entry.state() == OutboxState.UNDECIDED) {
            OutboxEntry asked = OutboxEdit.readingBack(entry, now.plus(pause(entry.readBacks(), entry)));
            rows.saveOutbox(asked);
            return new Task.ReadBack(asked, attempt(asked));
        }
        OutboxEntry sending = OutboxEdit.sending(entry, now);
        rows.saveOutbox(sending);
        return new Task.Send(sending, attempt(sending));
    }

    private static Attempt attempt(OutboxEntry entry) {
        return new Attempt(entry.key(), entry.reply(), entry.createdAt(), Math.max(1, entry.attempts()));
    }

    @Override
    public Optional<Instant> nextDue(Account account) {
        return store.read(scope(account), rows -> rows.outboxNext(account.brand(), account.id()))
                .filter(at -> at.isBefore(OutboxEntry.NEVER));
    }

    @Override
    public void sent(Account account, Task.Send task, Sent outcome) {
        store.write(scope(account), rows -> {
            OutboxEntry entry = current(rows, task.entry());
            if (entry.state() != OutboxState.SENDING) {
                return entry; // its echo was faster and has settled it
            }
            switch (outcome) {
                case Sent.Accepted ok -> accepted(rows, account, entry, ok.id(), ok.at(), ok.receipt());
                case Sent.Refused no -> refused(rows, entry, no.fault());
                case Sent.Unknown unknown -> {
                    Instant now = house.now();
                    new Settling(rows, house)
                            .save(OutboxEdit.undecided(
                                    entry,
                                    unknown.detail(),
                                    null,
                                    now.plus(house.pace().beforeReadBack()),
                                    now));
                }
            }
            return entry;
        });
    }

    @Override
    public void found(Account account, Task.ReadBack task, Found outcome) {
        store.write(scope(account), rows -> {
            OutboxEntry entry = current(rows, task.entry());
            if (entry.state() != OutboxState.UNDECIDED) {
                return entry; // settled meanwhile, by its echo or by a person
            }
            Instant now = house.now();
            Settling settling = new Settling(rows, house);
            switch (outcome) {
                case Found.Present there -> accepted(rows, account, entry, there.id(), there.at(), there.receipt());
                case Found.Absent absent ->
                    settling.save(
                            tooOld(entry, now)
                                    ? OutboxEdit.failed(
                                            entry, Fault.of(FaultKind.TRANSIENT, "it did not arrive for a day"), now)
                                    : OutboxEdit.queued(entry, null, now));
                case Found.CannotTell blind ->
                    settling.save(OutboxEdit.undecided(entry, blind.detail(), null, OutboxEntry.NEVER, now));
                case Found.Failed failed ->
                    settling.save(OutboxEdit.undecided(
                            entry,
                            detail(entry),
                            failed.fault(),
                            later(failed.fault(), entry.readBacks(), entry, now),
                            now));
            }
            return entry;
        });
    }

    private void accepted(
            WriteRows rows, Account account, OutboxEntry entry, ExternalId id, Instant at, Optional<RawEvent> receipt) {
        new Settling(rows, house).sent(entry.brand(), entry.id(), id, at);
        receipt.ifPresent(event -> rows.record(account, List.of(event), null, house.now()));
    }

    private void refused(WriteRows rows, OutboxEntry entry, Fault fault) {
        Instant now = house.now();
        boolean again = fault.kind().passing() && !tooOld(entry, now);
        new Settling(rows, house)
                .save(
                        again
                                ? OutboxEdit.queued(entry, fault, later(fault, entry.attempts() - 1, entry, now))
                                : OutboxEdit.failed(entry, fault, now));
    }

    private static boolean tooOld(OutboxEntry entry, Instant now) {
        return entry.createdAt().plus(GIVE_UP_AFTER).isBefore(now);
    }

    private Instant later(Fault fault, int tries, OutboxEntry entry, Instant now) {
        Instant retryAt = fault.retryAt();
        Instant ours = now.plus(pause(tries, entry));
        return retryAt != null && retryAt.isAfter(now) ? retryAt : ours;
    }

    /** Doubled with each try up to 10 min, spread by a fifth so that many do not come back at once. */
    private Duration pause(int tries, OutboxEntry entry) {
        Duration pause = house.pace().afterRefusal().multipliedBy(1L << Math.clamp(tries, 0, 20));
        Duration capped = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        return capped.plusMillis(Math.floorMod(entry.id().value() * 31 + tries, Math.max(1, capped.toMillis() / 5)));
    }

    private static OutboxEntry current(WriteRows rows, OutboxEntry entry) {
        return rows.outboxEntry(entry.brand(), entry.id()).orElseThrow();
    }

    private Scope scope(Account account) {
        return grants.system(account.brand());
    }

    private static String detail(OutboxEntry entry) {
        String detail = entry.detail();
        return detail == null ? "" : detail;
    }
}
