package org.kontor.api.channel;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An attachment of a reply.
 *
 * @param name file name without a path
 * @param mediaType found from the content, not the name
 * @param content callers must not change the array
 * @param description for those who do not see it; may be empty
 */
public record OutgoingAttachment(String name, String mediaType, byte[] content, String description) {
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OutgoingAttachment that
                && name.equals(that.name)
                && mediaType.equals(that.mediaType)
                && Arrays.equals(content, that.content)
                && description.equals(that.description);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, mediaType, Arrays.hashCode(content), description);
    }

    @Override
    public String toString() {
        return "OutgoingAttachment[" + mediaType + ", " + content.length + " bytes]";
    }
}
