package org.kontor.runner.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Grants;
import org.kontor.api.account.Account;
import org.kontor.api.account.AccountStatus;
import org.kontor.api.channel.Fault;
import org.kontor.api.store.Store;

/**
 * Writes down how one account is doing. A mere "read again, nothing new" is written at most every ten seconds; all else at
 * once. Safe for use by the two loops of an account.
 */
final class StatusBook {
    private static final Duration QUIET = Duration.ofSeconds(10);

    private final Store store;
    private final Grants grants;
    private final Account account;
    private final InstantSource clock;
    private AccountStatus status;
    private Instant written = Instant.EPOCH;

    StatusBook(Store store, Grants grants, Account account, InstantSource clock) {
        this.store = store;
        this.grants = grants;
        this.account = account;
        this.clock = clock;
        this.status = store.read(grants.system(account.brand()), rows -> rows.accountStatuses()).stream()
                .filter(s -> s.account().equals(account.id()))
                .findFirst()
                .orElse(AccountStatus.unread(account.id()));
    }

    /** The platform answered a read. */
    void read(boolean something, @Nullable Instant nextTry) {
        Instant now = now();
        change(
                s -> new AccountStatus(
                        s.account(), now, something ? now : s.lastEvent(), s.lastSend(), null, nextTry, s.expires()),
                something);
    }

    /** The platform could not be read, or refused a reply for a reason that concerns the whole account. */
    void fault(Fault fault, @Nullable Instant nextTry) {
        change(
                s -> new AccountStatus(
                        s.account(), s.lastRead(), s.lastEvent(), s.lastSend(), fault, nextTry, s.expires()),
                true);
    }

    /** The platform took a reply. */
    void sent() {
        Instant now = now();
        change(
                s -> new AccountStatus(
                        s.account(), s.lastRead(), s.lastEvent(), now, s.fault(), s.nextTry(), s.expires()),
                true);
    }

    /** Nobody reads the account any more. */
    void rests() {
        change(
                s -> new AccountStatus(
                        s.account(), s.lastRead(), s.lastEvent(), s.lastSend(), s.fault(), null, s.expires()),
                true);
    }

    private synchronized void change(UnaryOperator<AccountStatus> change, boolean atOnce) {
        boolean wasFaulty = status.fault() != null;
        status = change.apply(status);
        Instant now = now();
        if (atOnce || wasFaulty || !now.isBefore(written.plus(QUIET))) {
            written = now;
            AccountStatus line = status;
            store.write(grants.system(account.brand()), rows -> {
                rows.saveStatus(line);
                return line;
            });
        }
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
