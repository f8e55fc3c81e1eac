package org.kontor.ui.api;

import java.util.Set;
import org.kontor.api.id.BrandId;

/**
 * Which brands the window shows. It narrows what the user's scope already allows and never widens it.
 *
 * @param brands the wanted brands; empty for all
 * @since 0.1
 */
public record BrandFilter(Set<BrandId> brands) {
    /** Shows every brand that the user may see. */
    public static final BrandFilter ALL = new BrandFilter(Set.of());

    public BrandFilter {
        brands = Set.copyOf(brands);
    }

    /** True if nothing is filtered out. */
    public boolean all() {
        return brands.isEmpty();
    }

    /** True if data of {@code brand} is to be shown. */
    public boolean shows(BrandId brand) {
        return all() || brands.contains(brand);
    }
}
