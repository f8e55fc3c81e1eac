package org.kontor.api.ledger;

import java.util.List;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.kontor.api.access.Scope;
import org.kontor.api.id.BrandId;
import org.kontor.api.store.Store;

/**
 * Proves the balances: counts the rows and holds them against the numbers that are kept. A service; its calls may be long and are
 * never made on the UI thread, except {@link #known}.
 *
 * @since 0.1
 */
public interface Balances {
    /**
     * Counts a brand, a few days in each transaction, so that nobody waits for it.
     *
     * @param monitor is told of each step, and may cancel; then what was found so far is returned
     * @return what differs; empty if all is well
     */
    List<BalanceDifference> check(Scope scope, BrandId brand, IProgressMonitor monitor);

    /** What the last check of each of these brands found; from memory, on any thread. */
    List<BalanceDifference> known(Set<BrandId> brands);

    /**
     * Puts what the rows say in the place of what is kept, with an entry in the audit trail for each number, and checks again. Needs
     * {@link org.kontor.api.access.Right#SET_UP}.
     *
     * @return what still differs
     */
    List<BalanceDifference> recount(Scope scope, BrandId brand, IProgressMonitor monitor);

    /** Tells on any thread when what is known may have changed; closing the result ends that. */
    Store.Registration onChange(Runnable listener);
}
