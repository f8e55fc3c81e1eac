package org.kontor.api.id;

/** Identifies an inquiry. */
public record InquiryId(long value) implements Id {
    @Override
    public String toString() {
        return Id.print(this);
    }
}
