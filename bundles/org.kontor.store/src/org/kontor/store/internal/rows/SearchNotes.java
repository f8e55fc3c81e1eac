package org.kontor.store.internal.rows;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kontor.api.conversation.Message;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.MessageId;
import org.kontor.store.internal.sql.SearchIndex;
import org.kontor.store.internal.sql.SearchText;
import org.kontor.store.internal.sql.Sql;

/**
 * What a transaction does to the search index, gathered and done at its end in one go: FTS5 writes a piece of its index at
 * every savepoint, so scattered additions would cost many pieces instead of one.
 */
final class SearchNotes {
    /** What of a message is in the search index. */
    record Indexed(String name, String handle, @Nullable String subject, String text) {
        static Indexed of(Message message) {
            return new Indexed(message.authorName(), message.authorHandle(), message.subject(), message.text());
        }
    }

    private record Key(BrandId brand, MessageId message) {}

    /** How a message stands in the index before and after. */
    private record Noted(@Nullable Indexed before, Indexed after) {}

    private final Sql sql;
    private final Map<Key, Noted> noted = new LinkedHashMap<>();

    SearchNotes(Sql sql) {
        this.sql = sql;
    }

    /** Notes how a message reads now; {@code before} is null for a new one. */
    void note(BrandId brand, MessageId message, @Nullable Indexed before, Indexed after) {
        noted.merge(
                new Key(brand, message),
                new Noted(before, after),
                (old, fresh) -> new Noted(old.before(), fresh.after()));
    }

    /** Writes what was noted. */
    void flush() {
        SearchIndex index = sql.dialect().search();
        noted.forEach((key, note) -> {
            Indexed after = note.after();
            if (!after.equals(note.before())) {
                String subject = after.subject();
                String author = SearchText.fold(after.name() + " " + after.handle());
                String folded = subject == null ? "" : SearchText.fold(subject);
                String body = SearchText.fold(after.text());
                if (note.before() == null) {
                    index.add(sql, key.brand().value(), key.message().value(), author, folded, body);
                } else {
                    index.replace(sql, key.brand().value(), key.message().value(), author, folded, body);
                }
            }
        });
        noted.clear();
    }
}
