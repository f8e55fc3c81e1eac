package org.kontor.api.id;

/** Identifies someone who works here. */
public record UserId(long value) implements Id {
    @Override
    public String toString() {
        return Id.print(this);
    }
}
