package org.kontor.store.internal.postgres;

import java.util.List;
import java.util.stream.Collectors;
import org.kontor.store.internal.sql.SearchIndex;
import org.kontor.store.internal.sql.SearchText;
import org.kontor.store.internal.sql.Sql;

/** Search by PostgreSQL's GIN index over words that {@link SearchWords} took apart. */
final class WordSearch implements SearchIndex {
    private static final String SAVE = """
        INSERT INTO message_search (brand_id, message_id, words) VALUES (?, ?, ?)
        ON CONFLICT (brand_id, message_id) DO UPDATE SET words = excluded.words\
        """;
    private static final String HITS = """
        SELECT brand_id, message_id AS id FROM message_search WHERE to_tsvector('simple', words) @@ CAST(? AS tsquery)
        ORDER BY message_id DESC LIMIT ?\
        """;

    @Override
    public void add(Sql sql, long brand, long message, String author, String subject, String body) {
        String words = SearchWords.join(author, subject, body);
        sql.update(SAVE, to -> to.number(brand).number(message).text(words));
    }

    @Override
    public void replace(Sql sql, long brand, long message, String author, String subject, String body) {
        add(sql, brand, message, author, subject, body);
    }

    @Override
    public String expression(String text) {
        return SearchText.terms(text).stream()
                .map(WordSearch::term)
                .filter(term -> !term.isEmpty())
                .collect(Collectors.joining(" & "));
    }

    /** Words are letters and digits only, so nothing of the query language can be meant. */
    private static String term(SearchText.Term term) {
        List<String> words = SearchWords.of(term.text());
        return words.isEmpty()
                ? ""
                : words.stream().collect(Collectors.joining("' <-> '", "('", "'")) + (term.prefix() ? ":*)" : ")");
    }

    @Override
    public String hits() {
        return HITS;
    }

    @Override
    public String isHit() {
        return "m.brand_id = hit.brand_id AND m.id = hit.id";
    }
}
