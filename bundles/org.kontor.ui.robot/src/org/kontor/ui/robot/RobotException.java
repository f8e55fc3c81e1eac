package org.kontor.ui.robot;

import org.jspecify.annotations.Nullable;

/** What the robot looked or waited for did not come. The message says what, how long, and what was there instead. */
public final class RobotException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RobotException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
