package org.kontor.ui.reporting.internal.view;

import org.kontor.ui.common.file.FileChooser;
import org.kontor.ui.common.format.Times;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.reporting.internal.model.Messages;

/** What every widget here is made with. */
public record Desk(Look look, Messages messages, Times times, FileChooser files) {
    /** A text. */
    public String text(String key, Object... arguments) {
        return messages.text(key, arguments);
    }
}
