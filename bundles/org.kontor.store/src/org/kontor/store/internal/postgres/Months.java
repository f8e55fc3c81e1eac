package org.kontor.store.internal.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.kontor.api.id.IdSource;
import org.kontor.store.internal.sql.Times;

/**
 * The partitions of what only grows, one a month, so that retention is a dropped table. What belongs to no month that is there
 * lies in the table {@code ..._rest}: a missing partition never stops a write.
 */
final class Months {
    /** How many months are made when the schema is: a year without a collector is no harm. */
    static final int AFTER_MIGRATION = 13;
    /** How many are made ahead in the running business. */
    static final int AHEAD = 3;

    private static final YearMonth EPOCH = YearMonth.of(1970, 1);
    /** Bits of an id below its milliseconds. */
    private static final int BELOW_MILLIS = 21;

    private Months() {}

    /** Makes what is missing from the month of {@code now} on; the session may act as the owner. */
    static void add(Connection connection, Instant now, int months) throws SQLException {
        YearMonth first = YearMonth.from(now.atOffset(ZoneOffset.UTC));
        // An older schema, in the middle of being brought up to date, has no audit trail yet.
        boolean audited = Migrations.text(connection, "SELECT to_regclass('kontor.audit_entry')") != null;
        try (Statement statement = connection.createStatement()) {
            for (int i = 0; i < months; i++) {
                for (String sql : statements(first.plusMonths(i), audited)) {
                    statement.execute(sql);
                }
            }
        }
    }

    /** Whether the last of the months ahead is there. */
    static boolean isComplete(Connection connection, Instant now) throws SQLException {
        YearMonth last = YearMonth.from(now.atOffset(ZoneOffset.UTC)).plusMonths(AHEAD - 1L);
        return Migrations.text(connection, "SELECT to_regclass('kontor." + name("change_log", last) + "')") != null;
    }

    private static List<String> statements(YearMonth month, boolean audited) {
        YearMonth next = month.plusMonths(1);
        List<String> statements = new ArrayList<>();
        statements.add(partition("ledger_payload", month, id(month), id(next)));
        statements.add(partition("change_log", month, nanos(month), nanos(next)));
        if (audited) {
            statements.add(partition("audit_entry", month, number(month), number(next)));
            statements.add(partition("audit_field", month, number(month), number(next)));
        }
        return statements;
    }

    private static String partition(String table, YearMonth month, long from, long to) {
        return "CREATE TABLE IF NOT EXISTS kontor." + name(table, month) + " PARTITION OF kontor." + table
                + " FOR VALUES FROM (" + from + ") TO (" + to + ")";
    }

    private static String name(String table, YearMonth month) {
        return String.format("%s_%04d_%02d", table, month.getYear(), month.getMonthValue());
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static long nanos(YearMonth month) {
        return Times.number(start(month));
    }

    /** As the audit trail counts months: from 1970-01. */
    private static long number(YearMonth month) {
        return EPOCH.until(month, ChronoUnit.MONTHS);
    }

    /** Smaller than every id of the month, and larger than those before. */
    private static long id(YearMonth month) {
        return (start(month).toEpochMilli() - IdSource.EPOCH_MILLIS) << BELOW_MILLIS;
    }
}
