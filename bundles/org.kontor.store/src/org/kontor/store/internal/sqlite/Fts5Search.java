package org.kontor.store.internal.sqlite;

import java.util.stream.Collectors;
import org.kontor.store.internal.sql.SearchIndex;
import org.kontor.store.internal.sql.SearchText;
import org.kontor.store.internal.sql.Sql;

/**
 * Search by FTS5. The table keeps no text of its own (contentless), its rowid is the message's id: ids grow with time, so
 * "newest first" is the order in which FTS5 finds.
 */
final class Fts5Search implements SearchIndex {
    private static final String ADD = "INSERT INTO message_search (rowid, author, subject, body) VALUES (?, ?, ?, ?)";
    private static final String DELETE = "DELETE FROM message_search WHERE rowid = ?";
    private static final String HITS = """
        SELECT rowid AS id FROM message_search WHERE message_search MATCH ? ORDER BY rowid DESC LIMIT ?\
        """;

    @Override
    public void add(Sql sql, long brand, long message, String author, String subject, String body) {
        sql.update(ADD, to -> to.number(message).text(author).text(subject).text(body));
    }

    @Override
    public void replace(Sql sql, long brand, long message, String author, String subject, String body) {
        sql.update(DELETE, to -> to.number(message));
        add(sql, brand, message, author, subject, body);
    }

    @Override
    public String expression(String text) {
        // Everything goes in as a quoted string, so no word of FTS5's own language can be meant.
        return SearchText.terms(text).stream()
                .map(term -> '"' + term.text().replace("\"", "\"\"") + '"' + (term.prefix() ? " *" : ""))
                .collect(Collectors.joining(" AND "));
    }

    @Override
    public String hits() {
        return HITS;
    }
}
