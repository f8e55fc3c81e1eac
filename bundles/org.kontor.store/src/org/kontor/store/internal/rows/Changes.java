package org.kontor.store.internal.rows;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.Id;
import org.kontor.api.store.Change;
import org.kontor.store.internal.sql.Sql;

/** The change feed: what a transaction changed is written once at its end. */
final class Changes {
    private static final String INSERT = "INSERT INTO change_log (brand_id, at, kind, changed_id) VALUES (?, ?, ?, ?)";

    private record Noted(BrandId brand, Change.Kind kind, long id) {}

    private final Sql sql;
    private final Set<Noted> noted = new LinkedHashSet<>();

    Changes(Sql sql) {
        this.sql = sql;
    }

    void note(BrandId brand, Change.Kind kind, Id changed) {
        noted.add(new Noted(brand, kind, changed.value()));
    }

    /** Writes what was noted. */
    void flush(Instant now) {
        if (!noted.isEmpty()) {
            sql.dialect().beforeChanges(sql);
        }
        for (Noted change : noted) {
            sql.update(
                    INSERT,
                    to -> to.id(change.brand()).time(now).name(change.kind()).number(change.id()));
        }
        noted.clear();
    }

    static long head(View view) {
        return view.dialect().changeHead(view.sql);
    }

    static List<Change> after(View view, long seq, int max) {
        return view.sql.list(
                "SELECT seq, at, brand_id, kind, changed_id FROM change_log WHERE seq > ? AND "
                        + view.dialect().anyNumber("brand_id") + " ORDER BY seq LIMIT ?",
                to -> to.number(seq).numbers(view.brandIds()).number(max),
                row -> new Change(
                        row.number(),
                        row.time(),
                        new BrandId(row.number()),
                        row.constant(Change.Kind.class),
                        row.number()));
    }
}
