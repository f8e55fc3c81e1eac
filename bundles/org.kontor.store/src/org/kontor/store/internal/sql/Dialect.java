package org.kontor.store.internal.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** What the engines say differently. All other SQL of the store is common to them. */
public interface Dialect {
    /** A condition that {@code column} is one of the numbers in one parameter. */
    String anyNumber(String column);

    /** Sets that parameter. */
    void bindNumbers(PreparedStatement statement, int position, long[] numbers) throws SQLException;

    /** A condition that {@code column} is one of the texts in one parameter. */
    String anyText(String column);

    /** Sets that parameter. */
    void bindTexts(PreparedStatement statement, int position, List<String> texts) throws SQLException;

    /** The full-text search over messages. */
    SearchIndex search();

    /** A text as the engine can keep it; {@link #textOut} takes it back. */
    default String textIn(String text) {
        return text;
    }

    /** The text that went in by {@link #textIn}. */
    default String textOut(String kept) {
        return kept;
    }

    /** Takes the right to write rows of a brand until the transaction ends, where others write besides. */
    default void take(Sql sql, long brand) {}

    /** Called in a transaction before it writes to the change feed. */
    default void beforeChanges(Sql sql) {}

    /** The newest number of the change feed of which nothing that comes before is still being written; 0 before the first. */
    default long changeHead(Sql sql) {
        return sql.number("SELECT coalesce(max(seq), 0) FROM change_log", to -> {});
    }

    /** Whether several people work with the store, so that a new brand is granted to whoever makes it rather than to all. */
    default boolean shared() {
        return false;
    }
}
