package org.kontor.plugins.internal.headless;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.kontor.api.account.Brand;
import org.kontor.api.id.BrandId;

/**
 * Brands as somebody names them on a command line.
 *
 * @param brands those that were found
 * @param unknown the names that no brand has
 */
record BrandNames(Set<BrandId> brands, List<String> unknown) {
    /** Whether a text names brands that have to be looked up. */
    static boolean any(String text) {
        return !text.isBlank() && !text.equalsIgnoreCase("none");
    }

    /** Finds brands by name or id; {@code all} are all. */
    static BrandNames find(String text, List<Brand> all) {
        if (text.equalsIgnoreCase("all")) {
            return new BrandNames(all.stream().map(Brand::id).collect(Collectors.toSet()), List.of());
        }
        Set<BrandId> found = new LinkedHashSet<>();
        List<String> unknown = new ArrayList<>();
        Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(BrandNames::any)
                .forEach(name -> {
                    List<BrandId> these = all.stream()
                            .filter(brand -> brand.name().equalsIgnoreCase(name)
                                    || brand.id().toString().equals(name))
                            .map(Brand::id)
                            .toList();
                    found.addAll(these);
                    if (these.isEmpty()) {
                        unknown.add(name);
                    }
                });
        return new BrandNames(found, unknown);
    }
}
