package org.kontor.api.channel;

import org.jspecify.annotations.Nullable;

/**
 * Who wrote, as the channel knows him.
 *
 * @param id the person's stable id on the channel: a DID, a mail address in lower case
 * @param handle how the channel names him, such as {@code @lena.example}; may equal the id
 * @param displayName as the person writes it; never blank (the handle stands in)
 * @param avatar address of a picture; null where there is none. Never loaded without the user's click on private channels
 */
public record Author(
        ExternalId id,
        String handle,
        String displayName,
        @Nullable String avatar) {
    /** Someone the platform does not name. */
    public static final Author UNKNOWN = new Author(new ExternalId("unknown"), "", "?", null);

    public Author {
        if (displayName.isBlank()) {
            displayName = handle.isBlank() ? id.value() : handle;
        }
    }
}
