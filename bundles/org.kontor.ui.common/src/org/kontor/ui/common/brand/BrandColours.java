package org.kontor.ui.common.brand;

import java.util.List;
import org.kontor.api.account.Brand;

/**
 * The colours that brands are shown in: those of the set-up, unless a plug-in that sees the brand gives it an accent; a service.
 * Whatever draws rows, avatars or marks of brands passes the brands that it reads through here. Safe for use by several threads,
 * but not for the UI thread: an accent may be asked for the first time.
 *
 * @since 0.1
 */
public interface BrandColours {
    /** The brand with the colour that it is shown in. */
    Brand shown(Brand brand);

    /** All of them, in their order. */
    default List<Brand> shown(List<Brand> brands) {
        return brands.stream().map(this::shown).toList();
    }
}
