package org.kontor.api.account;

import org.kontor.api.id.ClientId;

/**
 * A client of the agency; owns brands.
 *
 * @param name not blank
 */
public record Client(ClientId id, String name) {
    public Client {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
    }
}
