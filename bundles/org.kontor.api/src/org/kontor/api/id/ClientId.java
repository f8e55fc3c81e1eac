package org.kontor.api.id;

/** Identifies a client of the agency. */
public record ClientId(long value) implements Id {
    @Override
    public String toString() {
        return Id.print(this);
    }
}
