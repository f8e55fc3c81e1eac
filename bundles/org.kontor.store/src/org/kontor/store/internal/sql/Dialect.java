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
}
