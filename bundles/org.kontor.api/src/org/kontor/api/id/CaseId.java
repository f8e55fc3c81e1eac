package org.kontor.api.id;

/** Identifies a case. */
public record CaseId(long value) implements Id {
    @Override
    public String toString() {
        return Id.print(this);
    }
}
