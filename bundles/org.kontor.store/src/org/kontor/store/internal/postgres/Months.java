package org.kontor.store.internal.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
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

    /** From which the months of the audit trail are counted. */
    private static final YearMonth FIRST = YearMonth.of(1970, 1);
    /** Bits of an id below its milliseconds. */
    private static final int BELOW_MILLIS = 21;

    private Months() {}

    /** Makes what is missing from the month of {@code now} on; the session may act as the owner. */
    static void add(Connection connection, Instant now, int months) throws SQLException {
        YearMonth first = YearMonth.from(now.atOffset(ZoneOffset.UTC));
        try (Statement statement = connection.createStatement()) {
            for (String table : tables(statement)) {
                for (int i = 0; i < months; i++) {
                    YearMonth month = first.plusMonths(i);
                    statement.execute("CREATE TABLE IF NOT EXISTS kontor." + name(table, month)
                            + " PARTITION OF kontor." + table + " FOR VALUES FROM (" + start(table, month) + ") TO ("
                            + start(table, month.plusMonths(1)) + ")");
                }
            }
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("""
            SELECT relname FROM pg_class WHERE relnamespace = 'kontor'::regnamespace AND relkind = 'p' ORDER BY relname\
            """)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    /** Whether the last of the months ahead is there. */
    static boolean isComplete(Connection connection, Instant now) throws SQLException {
        YearMonth last = YearMonth.from(now.atOffset(ZoneOffset.UTC)).plusMonths(AHEAD - 1L);
        return Migrations.text(connection, "SELECT to_regclass('kontor." + name("change_log", last) + "')") != null;
    }

    /** Where a month begins, in the column by which a table is partitioned. */
    private static long start(String table, YearMonth month) {
        return switch (table) {
            case "ledger_payload" -> id(month);
            case "change_log" -> Times.number(start(month));
            case "audit_entry", "audit_field" -> ChronoUnit.MONTHS.between(FIRST, month);
            default -> throw new IllegalStateException("how are the months of " + table + " told apart?");
        };
    }

    private static String name(String table, YearMonth month) {
        return String.format("%s_%04d_%02d", table, month.getYear(), month.getMonthValue());
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** Smaller than every id of the month, and larger than those before. */
    private static long id(YearMonth month) {
        return (start(month).toEpochMilli() - IdSource.EPOCH_MILLIS) << BELOW_MILLIS;
    }
}
