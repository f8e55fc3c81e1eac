package org.kontor.ui.escalation.internal.view;

import org.kontor.api.cases.Severity;
import org.kontor.api.clock.ClockState;
import org.kontor.ui.api.theme.Token;
import org.kontor.ui.common.widget.Chip;

/** Which colour says what; a word or a figure says it too. */
final class Tones {
    private Tones() {}

    static Chip.Kind chip(Severity severity) {
        return switch (severity) {
            case LOW, MEDIUM -> Chip.Kind.PLAIN;
            case HIGH -> Chip.Kind.WARN;
            case CRITICAL, SAFETY -> Chip.Kind.OVER;
        };
    }

    static Token ink(ClockState state) {
        return switch (state) {
            case NONE -> Token.TEXT_QUIET;
            case RUNNING -> Token.OK;
            case WARNING -> Token.WARN;
            case BREACHED -> Token.OVER;
        };
    }
}
