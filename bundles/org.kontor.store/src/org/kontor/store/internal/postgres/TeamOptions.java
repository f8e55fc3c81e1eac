package org.kontor.store.internal.postgres;

import java.time.Duration;
import java.time.InstantSource;
import org.kontor.store.internal.engine.StoreLog;

/**
 * How a team store is opened.
 *
 * @param address where the database is
 * @param login the role that works with it, with its password
 * @param clock where the times of the change feed come from
 * @param log where the store says what an administrator should know
 * @param readers how many threads read at the same time
 * @param writers how many write at the same time, to different brands
 * @param listens whether it hears of others' commits at once rather than by looking once a second; for collectors
 * @param alone whether no other program may do the house's work, receive and send, while this login may
 * @param patience how long a call waits for a server that is away
 */
public record TeamOptions(
        Address address,
        Login login,
        InstantSource clock,
        StoreLog log,
        int readers,
        int writers,
        boolean listens,
        boolean alone,
        Duration patience) {
    private static final int READERS = 4;
    private static final int WRITERS = 2;
    private static final int COLLECTOR_WRITERS = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /**
     * Where a database is.
     *
     * @param hosts one host, or several with commas of which the one that takes writes is used; each with or without
     *     {@code :port}
     */
    public record Address(String hosts, String database) {
        @Override
        public String toString() {
            return database + " on " + hosts;
        }
    }

    /** A role and its password. */
    public record Login(String role, String password) {
        /** Without the password. */
        @Override
        public String toString() {
            return role;
        }
    }

    /** The ordinary options of a workbench. */
    public static TeamOptions of(Address address, Login login, InstantSource clock, StoreLog log) {
        return new TeamOptions(address, login, clock, log, READERS, WRITERS, false, false, PATIENCE);
    }

    /** The same with another patience. */
    public TeamOptions patient(Duration other) {
        return new TeamOptions(address, login, clock, log, readers, writers, listens, alone, other);
    }

    /** The same for a program that receives and sends, if its login sees all brands. */
    public TeamOptions asHouse() {
        return new TeamOptions(address, login, clock, log, readers, writers, listens, true, patience);
    }

    /** The same for a collector. */
    public TeamOptions listening() {
        return new TeamOptions(address, login, clock, log, readers, COLLECTOR_WRITERS, true, alone, patience);
    }
}
