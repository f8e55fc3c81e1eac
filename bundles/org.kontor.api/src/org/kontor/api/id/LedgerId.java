package org.kontor.api.id;

/** Identifies an entry of the ledger. */
public record LedgerId(long value) implements Id {
    @Override
    public String toString() {
        return Id.print(this);
    }
}
