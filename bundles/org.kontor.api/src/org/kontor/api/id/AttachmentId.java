package org.kontor.api.id;

/** Identifies an attachment of a message. */
public record AttachmentId(long value) implements Id {
    @Override
    public String toString() {
        return Id.print(this);
    }
}
