package org.kontor.api.conversation;

import org.jspecify.annotations.Nullable;
import org.kontor.api.id.AttachmentId;

/**
 * An attachment of a message.
 *
 * @param locator where the connector finds it again
 * @param name as the author named it; never used as a path
 * @param mediaType as declared; not to be trusted
 * @param size in bytes; null where not told
 * @param blob hash of the stored content; null while it has not been fetched
 */
public record Attachment(
        AttachmentId id,
        String locator,
        String name,
        String mediaType,
        @Nullable Long size,
        @Nullable String description,
        @Nullable String blob) {}
