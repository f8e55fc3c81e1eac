package org.kontor.api.store;

import java.time.Instant;
import org.kontor.api.id.BrandId;

/**
 * One entry of the change feed.
 *
 * @param seq grows with time; may have gaps, and a smaller one may become visible after a larger one
 * @param id of what changed, by its kind
 */
public record Change(long seq, Instant at, BrandId brand, Kind kind, long id) {
    /** What changed. */
    public enum Kind {
        BRAND,
        ACCOUNT,
        ACCOUNT_STATUS,
        CONVERSATION,
        OUTBOX,
        DRAFT,
        CASE
    }
}
