package org.kontor.api.id;

/** Identifies a conversation. */
public record ConversationId(long value) implements Id {
    @Override
    public String toString() {
        return Id.print(this);
    }
}
