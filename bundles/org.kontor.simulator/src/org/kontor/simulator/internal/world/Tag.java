package org.kontor.simulator.internal.world;

import org.jspecify.annotations.Nullable;
import org.kontor.simulator.Channel;

/**
 * What the world notes in the journal beside a message, so that counts and the place in the script come back with it.
 *
 * @param what what it is
 * @param brand key of the brand it concerns
 * @param channel where
 * @param origin {@code history}, {@code control}, or the beat of the script such as {@code b17}
 */
public record Tag(What what, String brand, Channel channel, String origin) {

    /** What a customer or a brand did. */
    public enum What {
        /** a customer wrote */
        WRITTEN,
        /** a customer liked, followed or reposted */
        NOISE,
        /** a customer took back what he wrote */
        DELETED,
        /** the brand answered by another way than the workbench */
        ELSEWHERE
    }

    /** The origin of everything older than the world. */
    public static final String HISTORY = "history";

    /** The origin of what was asked for through the control interface. */
    public static final String CONTROL = "control";

    /** Reads a tag; null stands for no tag. */
    public static @Nullable Tag parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String[] parts = text.split("\\|");
        return new Tag(What.valueOf(parts[0]), parts[1], Channel.of(parts[2]), parts[3]);
    }

    /** The number of the script's beat, or -1. */
    public int beat() {
        return origin.matches("b\\d+") ? Integer.parseInt(origin.substring(1)) : -1;
    }

    @Override
    public String toString() {
        return what + "|" + brand + "|" + channel.key() + "|" + origin;
    }
}
