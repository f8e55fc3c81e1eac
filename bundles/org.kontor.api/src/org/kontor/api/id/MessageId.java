package org.kontor.api.id;

/** Identifies a message, whichever version of it. */
public record MessageId(long value) implements Id {
    @Override
    public String toString() {
        return Id.print(this);
    }
}
