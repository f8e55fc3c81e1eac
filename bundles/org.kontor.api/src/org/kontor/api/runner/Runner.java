package org.kontor.api.runner;

import org.kontor.api.id.AccountId;

/**
 * The receive loops and outbox workers of all accounts. Runs in the workbench, or alone in the headless application. Safe
 * for use by several threads; no call waits.
 */
public interface Runner {
    /** Looks again which accounts there are and whether they are active; called after a change of the setup. */
    void accountsChanged();

    /** Reads an account now rather than at its next turn, and tries again where it was waiting after a fault. */
    void receiveNow(AccountId account);

    /** Looks into the outbox of an account now. */
    void sendNow(AccountId account);

    /** Whether loops are at work in this process. */
    boolean running();
}
