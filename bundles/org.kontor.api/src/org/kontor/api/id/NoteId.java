package org.kontor.api.id;

/** Identifies an internal note. */
public record NoteId(long value) implements Id {
    @Override
    public String toString() {
        return Id.print(this);
    }
}
