package org.kontor.ui.inbox.internal.model;

import org.jspecify.annotations.Nullable;
import org.kontor.api.channel.ReplyMode;

/** What the editor writes: one of the ways to reply, or a note among colleagues. */
public enum WriteMode {
    PUBLIC(ReplyMode.PUBLIC),
    PRIVATE(ReplyMode.PRIVATE),
    DIRECT(ReplyMode.DIRECT),
    NOTE(null);

    private final @Nullable ReplyMode reply;

    WriteMode(@Nullable ReplyMode reply) {
        this.reply = reply;
    }

    /** The way to reply; null for a note. */
    public @Nullable ReplyMode reply() {
        return reply;
    }

    static WriteMode of(ReplyMode mode) {
        return switch (mode) {
            case PUBLIC -> PUBLIC;
            case PRIVATE -> PRIVATE;
            case DIRECT -> DIRECT;
        };
    }
}
