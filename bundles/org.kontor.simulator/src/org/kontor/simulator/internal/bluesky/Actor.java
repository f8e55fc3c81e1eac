package org.kontor.simulator.internal.bluesky;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * An account on the network.
 *
 * @param did permanent identifier
 * @param handle handle without {@code @}
 * @param displayName name in the profile
 * @param description words about oneself, may be empty
 * @param email mail address, also good for logging in
 * @param password the one password; empty when nobody logs in
 * @param createdAt when the account was made
 */
public record Actor(
        String did,
        String handle,
        String displayName,
        String description,
        String email,
        String password,
        Instant createdAt) {

    /** A DID that always comes out the same for a seed and handle. */
    public static String didFor(long seed, String handle) {
        byte[] digest = Cid.sha256((seed + "/" + handle).getBytes(StandardCharsets.UTF_8));
        return "did:plc:" + Base32.encode(digest).substring(0, 24);
    }
}
