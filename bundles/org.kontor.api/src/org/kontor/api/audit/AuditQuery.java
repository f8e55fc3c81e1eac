package org.kontor.api.audit;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.UserId;

/**
 * A page of the audit trail, newest first.
 *
 * @param brands empty for all of the scope
 * @param actions empty for all
 * @param actor null for everybody
 * @param subject null for everything
 * @param from null for the beginning; inclusive
 * @param to null for the end; exclusive
 * @param after the last entry of the page before; null for the first page
 * @param max the most to be returned, from 1
 */
public record AuditQuery(
        Set<BrandId> brands,
        Set<AuditAction> actions,
        @Nullable UserId actor,
        @Nullable AuditSubject subject,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable AuditEntry after,
        int max) {
    public AuditQuery {
        brands = Set.copyOf(brands);
        actions = Set.copyOf(actions);
        if (max < 1) {
            throw new IllegalArgumentException("a page of " + max);
        }
    }

    /** The newest entries of a brand. */
    public static AuditQuery of(BrandId brand, int max) {
        return new AuditQuery(Set.of(brand), Set.of(), null, null, null, null, null, max);
    }

    /** The page after an entry; null for the first one. */
    public AuditQuery after(@Nullable AuditEntry last) {
        return new AuditQuery(brands, actions, actor, subject, from, to, last, max);
    }
}
