package org.kontor.api.channel;

/**
 * An id that the platform gave, such as a Message-ID or an at:// address; unique within one account.
 *
 * @param value not blank
 */
public record ExternalId(String value) {
    public ExternalId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("an external id must not be blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
