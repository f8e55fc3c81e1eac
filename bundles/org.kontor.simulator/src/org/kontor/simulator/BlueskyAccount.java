package org.kontor.simulator;

import java.net.URI;

/**
 * What a Bluesky client needs to use the account of a brand.
 *
 * @param service base address of the server that holds the account (its PDS), without {@code /xrpc}
 * @param handle handle without {@code @}
 * @param did the account's permanent identifier
 * @param displayName name in the profile
 * @param password an app password
 */
public record BlueskyAccount(URI service, String handle, String did, String displayName, String password) {}
