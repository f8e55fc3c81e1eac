package org.kontor.api.channel;

import org.jspecify.annotations.Nullable;

/**
 * An attachment that has not been fetched.
 *
 * @param locator where the connector finds it again: a MIME part number, a blob id, an address
 * @param name as the author named it; never blank; never used as a path
 * @param mediaType as declared; not to be trusted
 * @param size in bytes; null where not told
 * @param description the author's words for those who do not see it; null where there are none
 */
public record AttachmentRef(
        String locator,
        String name,
        String mediaType,
        @Nullable Long size,
        @Nullable String description) {
    public AttachmentRef {
        if (name.isBlank()) {
            name = "attachment";
        }
    }
}
