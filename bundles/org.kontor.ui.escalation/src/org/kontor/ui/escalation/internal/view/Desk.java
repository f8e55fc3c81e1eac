package org.kontor.ui.escalation.internal.view;

import org.kontor.ui.common.look.Look;
import org.kontor.ui.escalation.internal.model.CaseWords;
import org.kontor.ui.escalation.internal.model.Messages;

/** What every widget here is made with. */
public record Desk(Look look, Messages messages, CaseWords words) {
    /** A text. */
    public String text(String key, Object... arguments) {
        return messages.text(key, arguments);
    }
}
