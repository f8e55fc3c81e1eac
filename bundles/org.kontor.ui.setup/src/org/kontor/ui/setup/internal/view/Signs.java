package org.kontor.ui.setup.internal.view;

import org.kontor.ui.common.look.Icon;
import org.kontor.ui.setup.internal.model.HealthSign;

/** The icon that stands beside the word for how an account is doing. */
final class Signs {
    private Signs() {}

    static Icon icon(HealthSign sign) {
        return switch (sign) {
            case OK -> Icon.DONE;
            case STARTING -> Icon.CLOCK;
            case PAUSED -> Icon.PAUSE;
            case ENDING, WARNING -> Icon.WARNING;
            case BROKEN -> Icon.PROBLEM;
        };
    }
}
