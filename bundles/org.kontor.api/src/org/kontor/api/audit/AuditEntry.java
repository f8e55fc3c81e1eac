package org.kontor.api.audit;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.kontor.api.id.AuditEntryId;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.UserId;

/**
 * An entry of the audit trail.
 *
 * @param month the part of the trail it stands in: the month of {@code at} in UTC, unless a clock went back
 * @param position counted from 1 within brand and month
 * @param fields by name
 */
public record AuditEntry(
        BrandId brand,
        YearMonth month,
        AuditEntryId id,
        long position,
        Instant at,
        UserId actor,
        AuditAction action,
        AuditSubject subject,
        List<AuditField> fields) {
    public AuditEntry {
        fields = List.copyOf(fields);
    }

    /** The content of a detail; empty where there is none or it was erased. */
    public Optional<String> content(String name) {
        return fields.stream().filter(f -> f.name().equals(name)).findFirst().map(AuditField::content);
    }
}
