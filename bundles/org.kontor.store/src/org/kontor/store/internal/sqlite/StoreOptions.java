package org.kontor.store.internal.sqlite;

import java.time.Duration;
import java.time.InstantSource;
import org.kontor.store.internal.engine.StoreLog;

/**
 * How a store is opened.
 *
 * @param clock where the times of the change feed and of ledger ids come from
 * @param log where the store says what an administrator should know
 * @param readers how many connections read at the same time
 * @param busy how long to wait for another program's lock
 * @param mostPages the size at which the disk counts as full; 0 for the real one. For tests
 * @param user what the local user of a new store is called; empty for the name that the system knows
 */
public record StoreOptions(InstantSource clock, StoreLog log, int readers, Duration busy, long mostPages, String user) {
    private static final int READERS = 4;
    private static final Duration BUSY = Duration.ofSeconds(5);

    /** The ordinary options. */
    public static StoreOptions of(InstantSource clock, StoreLog log) {
        return new StoreOptions(clock, log, READERS, BUSY, 0, "");
    }

    /** The same for a local user with a name. */
    public StoreOptions calling(String name) {
        return new StoreOptions(clock, log, readers, busy, mostPages, name);
    }
}
