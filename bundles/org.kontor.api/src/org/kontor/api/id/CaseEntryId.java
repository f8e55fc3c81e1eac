package org.kontor.api.id;

/** Identifies an entry in the timeline of a case. */
public record CaseEntryId(long value) implements Id {
    @Override
    public String toString() {
        return Id.print(this);
    }
}
