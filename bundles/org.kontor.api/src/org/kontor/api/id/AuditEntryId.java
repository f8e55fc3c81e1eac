package org.kontor.api.id;

/** Identifies an entry of the audit trail of a brand. */
public record AuditEntryId(long value) implements Id {
    @Override
    public String toString() {
        return Id.print(this);
    }
}
