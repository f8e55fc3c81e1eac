package org.kontor.store.internal.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the columns of a row one after the other, in the order of the statement. Java evaluates constructor arguments from
 * left to right, so a record can be built in one expression.
 */
public final class Row {
    private final ResultSet rows;
    private final Dialect dialect;
    private int column;

    Row(ResultSet rows, Dialect dialect) {
        this.rows = rows;
        this.dialect = dialect;
    }

    boolean next() throws SQLException {
        column = 0;
        return rows.next();
    }

    /** A number. */
    public long number() throws SQLException {
        return rows.getLong(++column);
    }

    /** A number or null. */
    public @Nullable Long numberOrNull() throws SQLException {
        long number = rows.getLong(++column);
        return rows.wasNull() ? null : number;
    }

    /** A small number. */
    public int count() throws SQLException {
        return Math.toIntExact(number());
    }

    /** A fraction or null. */
    public @Nullable Double fractionOrNull() throws SQLException {
        double number = rows.getDouble(++column);
        return rows.wasNull() ? null : number;
    }

    /** 0 or 1. */
    public boolean truth() throws SQLException {
        return number() != 0;
    }

    /** A text that is never null. */
    public String text() throws SQLException {
        return dialect.textOut(rows.getString(++column));
    }

    /** A text or null. */
    public @Nullable String textOrNull() throws SQLException {
        String text = rows.getString(++column);
        return text == null ? null : dialect.textOut(text);
    }

    /** Bytes or null. */
    public byte @Nullable [] bytes() throws SQLException {
        return rows.getBytes(++column);
    }

    /** The constant of that name. */
    public <E extends Enum<E>> E constant(Class<E> type) throws SQLException {
        return Enum.valueOf(type, text());
    }

    /** A time. */
    public Instant time() throws SQLException {
        return Times.instant(number());
    }

    /** A time or null. */
    public @Nullable Instant timeOrNull() throws SQLException {
        Long number = numberOrNull();
        return number == null ? null : Times.instant(number);
    }

    /** A time; null for "never". */
    public @Nullable Instant timeOrNever() throws SQLException {
        long number = number();
        return number == Times.NEVER ? null : Times.instant(number);
    }

    /** A short list of texts. */
    public List<String> lines() throws SQLException {
        return Lines.split(text());
    }
}
