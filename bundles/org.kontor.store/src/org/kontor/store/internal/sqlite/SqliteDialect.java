package org.kontor.store.internal.sqlite;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.kontor.store.internal.sql.Dialect;
import org.kontor.store.internal.sql.SearchIndex;

/** SQLite: lists go in as JSON, search is FTS5. */
final class SqliteDialect implements Dialect {
    private final SearchIndex search = new Fts5Search();

    @Override
    public String anyNumber(String column) {
        return column + " IN (SELECT value FROM json_each(?))";
    }

    @Override
    public void bindNumbers(PreparedStatement statement, int position, long[] numbers) throws SQLException {
        StringBuilder json = new StringBuilder(2 + numbers.length * 20).append('[');
        for (int i = 0; i < numbers.length; i++) {
            json.append(i == 0 ? "" : ",").append(numbers[i]);
        }
        statement.setString(position, json.append(']').toString());
    }

    @Override
    public String anyText(String column) {
        return anyNumber(column);
    }

    @Override
    public void bindTexts(PreparedStatement statement, int position, List<String> texts) throws SQLException {
        StringBuilder json = new StringBuilder().append('[');
        for (int i = 0; i < texts.size(); i++) {
            quote(json.append(i == 0 ? "" : ","), texts.get(i));
        }
        statement.setString(position, json.append(']').toString());
    }

    private static void quote(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }

    @Override
    public SearchIndex search() {
        return search;
    }
}
