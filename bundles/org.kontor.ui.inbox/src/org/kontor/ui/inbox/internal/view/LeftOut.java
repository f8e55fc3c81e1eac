package org.kontor.ui.inbox.internal.view;

import org.kontor.api.plugin.Trouble;
import org.kontor.ui.inbox.internal.Messages;

/** Says why something of a plug-in is left out. */
record LeftOut(Kit kit) {
    String says(Trouble trouble) {
        return kit.words()
                .fill(kit.texts().plugin_leftout, trouble.contribution().id(), why(trouble));
    }

    private String why(Trouble trouble) {
        Messages texts = kit.texts();
        String reason = switch (trouble.reason()) {
            case THREW -> texts.plugin_threw;
            case SLOW -> texts.plugin_slow;
            case FLOODED -> texts.plugin_flooded;
            case REACHED_TOO_FAR -> texts.plugin_reached;
            case BLOCKED_WINDOW -> texts.plugin_blocked;
            case SAFE_MODE -> texts.plugin_safe;
        };
        boolean faults = trouble.off() && trouble.faults() > 1;
        return faults
                ? kit.words()
                        .fill(texts.plugin_off, reason, kit.words().numbers().count(trouble.faults()))
                : reason;
    }
}
