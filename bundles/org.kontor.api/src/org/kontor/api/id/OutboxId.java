package org.kontor.api.id;

/** Identifies an entry of the outbox. */
public record OutboxId(long value) implements Id {
    @Override
    public String toString() {
        return Id.print(this);
    }
}
