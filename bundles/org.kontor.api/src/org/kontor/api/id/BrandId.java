package org.kontor.api.id;

/** Identifies a brand, the wall between two sets of customer data. */
public record BrandId(long value) implements Id {
    @Override
    public String toString() {
        return Id.print(this);
    }
}
