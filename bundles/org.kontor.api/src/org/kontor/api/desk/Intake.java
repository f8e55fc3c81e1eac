package org.kontor.api.desk;

import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.jspecify.annotations.Nullable;
import org.kontor.api.account.Account;
import org.kontor.api.channel.Cursor;
import org.kontor.api.channel.RawEvent;
import org.kontor.api.store.Recorded;

/** Takes in what channels show, in two transactions (design.md 2.1). Does disk I/O. Safe for use by several threads. */
public interface Intake {
    /** How far the account has been read. */
    Cursor cursor(Account account);

    /**
     * Makes events durable together with the cursor. Only after this may the platform be told that we have them.
     *
     * @param next null leaves the cursor where it is
     */
    Recorded record(Account account, List<RawEvent> events, @Nullable Cursor next);

    /**
     * Works through what waits in the account's ledger: normalise, thread, hooks, rows. A batch that fails is halved down to
     * the one event, which becomes a visible unreadable item. Does nothing while the account's connector is not installed.
     *
     * @return how many ledger entries were settled
     */
    int process(Account account, IProgressMonitor monitor);
}
