package org.kontor.api.channel;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a channel can do, declared rather than guessed. The UI offers nothing that is not declared here.
 *
 * @param replies the modes in which an answer can go out, each with its text limits (empty list: none)
 * @param privateReply the window of a {@link ReplyMode#PRIVATE} reply; null where the channel has none
 * @param moderation what can be done to messages
 * @param editsOwn whether a sent reply can be changed
 * @param attachments what a reply may carry
 * @param history how far back the platform lets us read; null for no limit
 * @param idempotency what keeps a repeated send from arriving twice
 * @param pollEvery how often to read where nothing is pushed
 */
public record Capabilities(
        Map<ReplyMode, List<TextLimit>> replies,
        @Nullable PrivateReply privateReply,
        Set<Moderation> moderation,
        boolean editsOwn,
        AttachmentRule attachments,
        @Nullable Duration history,
        Idempotency idempotency,
        Duration pollEvery) {
    public Capabilities {
        EnumMap<ReplyMode, List<TextLimit>> copy = new EnumMap<>(ReplyMode.class);
        replies.forEach((mode, limits) -> copy.put(mode, List.copyOf(limits)));
        replies = Map.copyOf(copy);
        moderation = Set.copyOf(moderation);
    }

    /** The limits of a reply in {@code mode}; empty where there are none or the mode is not offered. */
    public List<TextLimit> limits(ReplyMode mode) {
        List<TextLimit> limits = replies.get(mode);
        return limits == null ? List.of() : limits;
    }

    /**
     * A private reply to a public message.
     *
     * @param window how long after the customer's message
     * @param once whether only one such message may be sent
     */
    public record PrivateReply(Duration window, boolean once) {}

    /**
     * What a reply may carry.
     *
     * @param maxCount 0 where nothing can be attached
     * @param maxBytes the size of one attachment
     * @param mediaTypes the types taken, {@code image/*} allowed as a form; empty for any
     */
    public record AttachmentRule(int maxCount, long maxBytes, Set<String> mediaTypes) {
        /** Nothing can be attached. */
        public static final AttachmentRule NONE = new AttachmentRule(0, 0, Set.of());

        public AttachmentRule {
            mediaTypes = Set.copyOf(mediaTypes);
        }

        /** Whether an attachment of {@code mediaType} is taken. */
        public boolean takes(String mediaType) {
            String type = mediaType.toLowerCase(java.util.Locale.ROOT);
            return mediaTypes.isEmpty()
                    || mediaTypes.contains(type)
                    || mediaTypes.contains(type.replaceFirst("/.*", "/*"));
        }
    }
}
