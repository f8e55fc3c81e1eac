package org.kontor.store.internal.rows;

import java.util.Objects;
import java.util.Optional;
import org.kontor.api.id.BrandId;
import org.kontor.api.store.Change;
import org.kontor.store.internal.sql.Table;

/** The logos of brands. */
final class LogoRows {
    private static final String SAVE =
            Table.of("brand_logo", "brand_id", "brand_id, picture").upsert();

    private LogoRows() {}

    static Optional<byte[]> logo(View view, BrandId brand) {
        return view.sees(brand)
                ? view.sql.first(
                        "SELECT picture FROM brand_logo WHERE brand_id = ?",
                        to -> to.id(brand),
                        row -> Objects.requireNonNull(row.bytes()))
                : Optional.empty();
    }

    static void save(View view, Changes changes, BrandId brand, byte[] picture) {
        view.maySetUp(brand);
        view.sql.update(SAVE, to -> to.id(brand).bytes(picture));
        changes.note(brand, Change.Kind.BRAND, brand);
    }

    static void remove(View view, Changes changes, BrandId brand) {
        view.maySetUp(brand);
        view.sql.update("DELETE FROM brand_logo WHERE brand_id = ?", to -> to.id(brand));
        changes.note(brand, Change.Kind.BRAND, brand);
    }
}
