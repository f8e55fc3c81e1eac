package org.kontor.api.conversation;

import org.jspecify.annotations.Nullable;
import org.kontor.api.account.ChannelType;
import org.kontor.api.channel.ExternalId;
import org.kontor.api.id.BrandId;
import org.kontor.api.id.ContactId;
import org.kontor.api.id.ProfileId;

/**
 * A person's identity on one channel within one brand.
 *
 * @param externalId unique within brand and channel
 * @param contact the person; several profiles may belong to one
 */
public record Profile(
        ProfileId id,
        BrandId brand,
        ContactId contact,
        ChannelType channel,
        ExternalId externalId,
        String handle,
        String displayName,
        @Nullable String avatar) {}
