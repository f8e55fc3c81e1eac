package org.kontor.store.internal.rows;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.kontor.api.access.Right;
import org.kontor.api.access.Scope;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.Id;
import org.kontor.store.internal.sql.Dialect;
import org.kontor.store.internal.sql.Sql;

/** A connection as one scope sees it: the brand wall of the embedded store. */
final class View {
    final Sql sql;
    final Scope scope;
    private final Set<BrandId> brands;

    View(Sql sql, Scope scope) {
        this.sql = sql;
        this.scope = scope;
        this.brands = scope.brands();
    }

    Dialect dialect() {
        return sql.dialect();
    }

    /** Whether the scope may read rows of the brand. */
    boolean sees(BrandId brand) {
        boolean seen = brands.contains(brand);
        if (seen) {
            sql.touch(brand.value());
        }
        return seen;
    }

    /** All brands that the scope may read. */
    Set<BrandId> brands() {
        return brands;
    }

    /** Their ids, for a condition. */
    long[] brandIds() {
        return ids(brands);
    }

    /** Stops a write to a brand for which the scope lacks the right. */
    void mayWrite(BrandId brand) {
        require(brand, Right.ANSWER);
    }

    /** Stops a write to what is set up of a brand for which the scope lacks the right. */
    void maySetUp(BrandId brand) {
        require(brand, Right.SET_UP);
    }

    private void require(BrandId brand, Right right) {
        scope.require(brand, right);
        sql.touch(brand.value());
    }

    static long[] ids(Collection<? extends Id> ids) {
        return ids.stream().mapToLong(Id::value).toArray();
    }

    static List<String> names(Collection<? extends Enum<?>> constants) {
        return constants.stream().<String>map(Enum::name).toList();
    }
}
