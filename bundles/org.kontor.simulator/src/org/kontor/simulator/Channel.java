package org.kontor.simulator;

import java.util.Locale;

/** The channels on which the brands of the simulated agency can be reached. */
public enum Channel {
    MAIL,
    BLUESKY;

    /** The name used in the control interface: {@code mail} or {@code bluesky}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The channel with that name in the control interface.
     *
     * @throws IllegalArgumentException when there is none; the message names the ones there are
     */
    public static Channel of(String key) {
        for (Channel channel : values()) {
            if (channel.key().equals(key)) {
                return channel;
            }
        }
        throw new IllegalArgumentException("channel must be \"mail\" or \"bluesky\", not \"" + key + "\"");
    }
}
