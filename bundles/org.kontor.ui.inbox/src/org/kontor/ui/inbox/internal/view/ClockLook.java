package org.kontor.ui.inbox.internal.view;

import org.jspecify.annotations.Nullable;
import org.kontor.api.clock.ClockState;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.look.TypeStyle;

/** How a clock looks, the same in the list and at the head of a conversation: by colour and by a sign. */
final class ClockLook {
    private ClockLook() {}

    static Token ink(ClockState clock) {
        return switch (clock) {
            case NONE -> Token.TEXT_QUIET;
            case RUNNING -> Token.OK;
            case WARNING -> Token.WARN;
            case BREACHED -> Token.OVER;
        };
    }

    static TypeStyle style(ClockState clock) {
        return switch (clock) {
            case NONE, RUNNING -> TypeStyle.TEXT;
            case WARNING, BREACHED -> TypeStyle.STRONG;
        };
    }

    /** The sign before the time; null where nothing is to be told. */
    static @Nullable Icon sign(ClockState clock) {
        return switch (clock) {
            case NONE, RUNNING -> null;
            case WARNING -> Icon.WARNING;
            case BREACHED -> Icon.PROBLEM;
        };
    }
}
