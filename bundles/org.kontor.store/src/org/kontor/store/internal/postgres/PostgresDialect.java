package org.kontor.store.internal.postgres;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.kontor.store.internal.sql.Dialect;
import org.kontor.store.internal.sql.SearchIndex;
import org.kontor.store.internal.sql.Sql;

/** PostgreSQL: lists go in as arrays, search is a GIN index, brands are taken by advisory locks. */
final class PostgresDialect implements Dialect {
    /** PostgreSQL keeps no U+0000, so this private sign and one more stand for it, and for itself. */
    private static final char ESCAPE = '\uE0F0';

    /**
     * Who writes to the change feed holds a lock whose number says after which entry; ids of brands are positive, so these
     * negative ones are nobody else's.
     */
    private static final String ANNOUNCE = "SELECT pg_advisory_xact_lock_shared(-1 - last_value) FROM change_log_seq";

    private static final String LAST = "SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM change_log_seq";
    private static final String OLDEST_AT_WORK = """
        SELECT -1 - max(key) FROM (SELECT (classid::bigint << 32) | objid::bigint AS key FROM pg_locks
            WHERE locktype = 'advisory' AND objsubid = 1
            AND database = (SELECT oid FROM pg_database WHERE datname = current_database())) k
        WHERE key < 0 HAVING count(*) > 0\
        """;

    private final SearchIndex search = new WordSearch();

    @Override
    public String anyNumber(String column) {
        return column + " = ANY (?)";
    }

    @Override
    public void bindNumbers(PreparedStatement statement, int position, long[] numbers) throws SQLException {
        statement.setObject(position, numbers);
    }

    @Override
    public String anyText(String column) {
        return column + " = ANY (?)";
    }

    @Override
    public void bindTexts(PreparedStatement statement, int position, List<String> texts) throws SQLException {
        statement.setObject(position, texts.stream().map(this::textIn).toArray(String[]::new));
    }

    @Override
    public SearchIndex search() {
        return search;
    }

    @Override
    public String textIn(String text) {
        if (text.indexOf('\0') < 0 && text.indexOf(ESCAPE) < 0 && isWhole(text)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\0') {
                kept.append(ESCAPE).append('0');
            } else if (c == ESCAPE) {
                kept.append(ESCAPE).append('1');
            } else if (Character.isSurrogate(c) && !isPaired(text, i)) {
                kept.append('\uFFFD');
            } else {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    private static boolean isWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i)) && !isPaired(text, i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the surrogate there is one half of a character. */
    private static boolean isPaired(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }

    @Override
    public String textOut(String kept) {
        if (kept.indexOf(ESCAPE) < 0) {
            return kept;
        }
        StringBuilder text = new StringBuilder(kept.length());
        for (int i = 0; i < kept.length(); i++) {
            char c = kept.charAt(i);
            if (c == ESCAPE && i + 1 < kept.length()) {
                i++;
                text.append(kept.charAt(i) == '0' ? '\0' : ESCAPE);
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    @Override
    public void take(Sql sql, long brand) {
        sql.any("SELECT pg_advisory_xact_lock(?)", to -> to.number(brand));
    }

    @Override
    public void beforeChanges(Sql sql) {
        sql.any(ANNOUNCE, to -> {});
    }

    /**
     * In this order: whoever got a number up to the last one before it was read has either ended or is seen to be at work.
     */
    @Override
    public long changeHead(Sql sql) {
        long last = sql.number(LAST, to -> {});
        return sql.first(OLDEST_AT_WORK, to -> {}, row -> row.number())
                .map(oldest -> Math.min(oldest, last))
                .orElse(last);
    }

    @Override
    public boolean shared() {
        return true;
    }
}
