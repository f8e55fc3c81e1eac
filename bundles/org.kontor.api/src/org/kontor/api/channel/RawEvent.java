package org.kontor.api.channel;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a channel showed us, before it is understood. {@link ChannelConnector#normalise} must be able to read it from the
 * payload alone, today and in a year.
 *
 * @param id the event's own id on the platform; the same for every repeat of the same event
 * @param origin how it came
 * @param mediaType of the payload, such as {@code message/rfc822} or {@code application/json}
 * @param payload the bytes as the platform sent them, without secrets; callers must not change the array
 */
public record RawEvent(ExternalId id, Origin origin, String mediaType, byte[] payload) {
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RawEvent that
                && id.equals(that.id)
                && origin == that.origin
                && mediaType.equals(that.mediaType)
                && Arrays.equals(payload, that.payload);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, origin, mediaType, Arrays.hashCode(payload));
    }

    @Override
    public String toString() {
        return "RawEvent[" + id + ", " + origin + ", " + mediaType + ", " + payload.length + " bytes]";
    }
}
