package org.kontor.simulator;

import java.time.ZoneId;
import java.util.List;

/**
 * The simulated agency with its brands and the accounts of each.
 *
 * @param agency name of the agency
 * @param zone the time zone in which its days begin
 * @param brands the clients' brands
 */
public record World(String agency, ZoneId zone, List<Brand> brands) {

    public World {
        brands = List.copyOf(brands);
    }

    /**
     * The brand with that key.
     *
     * @throws IllegalArgumentException when there is none; the message names the ones there are
     */
    public Brand brand(String key) {
        for (Brand brand : brands) {
            if (brand.key().equals(key)) {
                return brand;
            }
        }
        throw new IllegalArgumentException(
                "brand must be one of " + brands.stream().map(Brand::key).toList() + ", not \"" + key + "\"");
    }
}
