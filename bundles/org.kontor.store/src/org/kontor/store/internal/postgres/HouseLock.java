package org.kontor.store.internal.postgres;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Sees to it that one program does the work of the house, receiving and sending: the one whose connection holds this lock. A
 * login that does not see all brands has no such work, and needs none.
 */
final class HouseLock {
    private static final String KEY = "(" + Migrations.LOCK + ", 2)";
    private static final String TAKE = "SELECT NOT pg_has_role('kontor_house', 'MEMBER') OR pg_try_advisory_lock" + KEY;

    private HouseLock() {}

    /** Takes the lock for as long as the connection lives; false where another program has it. */
    static boolean take(Connection connection) throws SQLException {
        return "t".equals(Migrations.text(connection, TAKE));
    }
}
