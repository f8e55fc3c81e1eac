package org.kontor.simulator.internal.world;

/**
 * A customer.
 *
 * @param name first and last name
 * @param address mail address
 * @param handle Bluesky handle
 * @param did DID of the Bluesky account
 */
public record Person(String name, String address, String handle, String did) {

    /** The password of the customer's own mailbox and Bluesky account. */
    public String password() {
        return "kunde-" + did.substring(did.length() - 6);
    }
}
