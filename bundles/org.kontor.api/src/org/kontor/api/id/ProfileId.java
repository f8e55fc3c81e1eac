package org.kontor.api.id;

/** Identifies a person's identity on one channel within one brand. */
public record ProfileId(long value) implements Id {
    @Override
    public String toString() {
        return Id.print(this);
    }
}
