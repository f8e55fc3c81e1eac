package org.kontor.api.id;

/** Identifies a person within one brand. */
public record ContactId(long value) implements Id {
    @Override
    public String toString() {
        return Id.print(this);
    }
}
