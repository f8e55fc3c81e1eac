package org.kontor.store.internal.postgres;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.kontor.store.internal.sql.Times;

/**
 * The number by which ids of this process differ from those of others, lent by the database for some days. Ids are made by the
 * database's clock, as far as it was known when the number was lent, so that they grow with time over all machines.
 */
final class NodeLease {
    private static final Duration LENT = Duration.ofDays(7);
    /** A number rests before it goes to the next, longer than clocks differ once they are set by the database's. */
    private static final Duration REST = Duration.ofMinutes(10);

    private static final String NOW = "(extract(epoch FROM clock_timestamp()) * 1000000000)::bigint";
    private static final String TAKE = """
        UPDATE node_lease SET holder = ?, expires = %1$s + ? WHERE node = (SELECT node FROM node_lease
            WHERE expires < %1$s ORDER BY expires, node LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING node, %1$s\
        """.formatted(NOW);
    private static final String KEEP = "UPDATE node_lease SET expires = " + NOW + " + ? WHERE node = ? AND holder = ?";
    private static final String SLOTS = """
        INSERT INTO write_token (node, slot, token) SELECT ?, n, 0 FROM generate_series(0, ?) n
        ON CONFLICT (node, slot) DO NOTHING\
        """;

    private final int node;
    private final String holder;
    private final Duration ahead;
    private final InstantSource clock;
    private volatile Instant until;

    private NodeLease(int node, String holder, Duration ahead, InstantSource clock) {
        this.node = node;
        this.holder = holder;
        this.ahead = ahead;
        this.clock = clock;
        this.until = clock.instant().plus(LENT);
    }

    /**
     * Takes a number, with a row for each thread that writes.
     *
     * @throws org.kontor.api.store.StoreException if none is left
     */
    static NodeLease take(Connection connection, Faults faults, InstantSource clock, int writers) throws SQLException {
        String holder = UUID.randomUUID() + " on " + host();
        try (PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setString(1, holder);
            take.setLong(2, LENT.toNanos());
            try (ResultSet rows = take.executeQuery()) {
                if (!rows.next()) {
                    throw faults.noNode();
                }
                Instant there = Times.instant(rows.getLong(2));
                NodeLease lease =
                        new NodeLease(rows.getInt(1), holder, Duration.between(clock.instant(), there), clock);
                lease.makeSlots(connection, writers);
                return lease;
            }
        }
    }

    private void makeSlots(Connection connection, int writers) throws SQLException {
        try (PreparedStatement make = connection.prepareStatement(SLOTS)) {
            make.setInt(1, node);
            make.setInt(2, writers - 1);
            make.executeUpdate();
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "?";
        }
    }

    /** The number, 1 to 511. */
    int node() {
        return node;
    }

    /** The database's clock. */
    InstantSource clock() {
        return () -> clock.instant().plus(ahead);
    }

    /** Whether the number is still this process's. */
    boolean holds() {
        return clock.instant().isBefore(until);
    }

    /** Keeps the number for another while, unless it was given away. */
    void renew(Connection connection) throws SQLException {
        Instant asked = clock.instant();
        if (set(connection, LENT) == 1) {
            until = asked.plus(LENT);
        }
    }

    /** Gives the number back. */
    void release(Connection connection) throws SQLException {
        set(connection, REST);
    }

    private int set(Connection connection, Duration more) throws SQLException {
        try (PreparedStatement keep = connection.prepareStatement(KEEP)) {
            keep.setLong(1, more.toNanos());
            keep.setInt(2, node);
            keep.setString(3, holder);
            return keep.executeUpdate();
        }
    }
}
