package org.kontor.api.account;

import java.time.ZoneId;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.ClientId;

/**
 * A client's brand: the wall. Data of two brands never mixes.
 *
 * @param name as shown on every row, not blank
 * @param colour edge and avatar colour of everything that belongs to the brand
 * @param zone where the brand's day begins and ends
 * @param signature put under a reply where the channel has room for it; may be empty
 */
public record Brand(BrandId id, ClientId client, String name, Colour colour, ZoneId zone, String signature) {
    public Brand {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
    }
}
