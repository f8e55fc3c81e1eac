package org.kontor.api.audit;

import java.time.Instant;
import java.util.List;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.UserId;

/**
 * Something that somebody does, on its way into the audit trail.
 *
 * @param actor who; the user of the house for what it does by itself
 * @param fields details, each with another name
 */
public record AuditEvent(
        BrandId brand, Instant at, UserId actor, AuditAction action, AuditSubject subject, List<AuditField> fields) {
    public AuditEvent {
        fields = List.copyOf(fields);
        if (fields.stream().map(AuditField::name).distinct().count() != fields.size()) {
            throw new IllegalArgumentException("two fields of one name");
        }
        if (fields.stream().anyMatch(AuditField::erased)) {
            throw new IllegalArgumentException("a field without content");
        }
    }
}
