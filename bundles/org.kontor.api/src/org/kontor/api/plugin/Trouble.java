package org.kontor.api.plugin;

import java.time.Instant;

/**
 * What is wrong with a contribution, as the plug-ins perspective shows it.
 *
 * @param reason why
 * @param detail the class of an exception with its message, or the length of time; no personal data
 * @param since when it failed last
 * @param faults how often it failed in a row
 * @param off whether it is switched off until somebody tries it again
 * @since 0.1
 */
public record Trouble(Contribution contribution, Reason reason, String detail, Instant since, int faults, boolean off) {
    /** Why a contribution failed. */
    public enum Reason {
        /** It threw. */
        THREW,
        /** It took longer than its kind may. */
        SLOW,
        /** It answered more than its kind may. */
        FLOODED,
        /** It asked for what is not its own. */
        REACHED_TOO_FAR,
        /** It kept the window from working: nothing of its bundle is called until somebody tries it again. */
        BLOCKED_WINDOW,
        /** The workbench runs in safe mode; nothing is wrong with it. */
        SAFE_MODE
    }
}
