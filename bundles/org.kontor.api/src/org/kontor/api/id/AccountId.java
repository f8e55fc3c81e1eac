package org.kontor.api.id;

/** Identifies one presence of a brand on a channel. */
public record AccountId(long value) implements Id {
    @Override
    public String toString() {
        return Id.print(this);
    }
}
