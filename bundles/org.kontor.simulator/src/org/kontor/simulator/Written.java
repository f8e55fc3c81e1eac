package org.kontor.simulator;

import org.jspecify.annotations.Nullable;

/**
 * Where a message now stands on its server.
 *
 * @param id Message-ID with angle brackets, or at-uri
 * @param cid content identifier of a Bluesky record, null for mail
 * @param uid UID in the brand's INBOX, 0 for Bluesky
 * @param author the writer's mail address or handle
 * @param did the writer's DID on Bluesky, null for mail
 */
public record Written(
        String id,
        @Nullable String cid,
        long uid,
        String author,
        @Nullable String did) {}
