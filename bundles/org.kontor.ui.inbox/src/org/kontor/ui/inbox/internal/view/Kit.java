package org.kontor.ui.inbox.internal.view;

import java.util.function.Consumer;
import org.eclipse.swt.widgets.Widget;
import org.kontor.ui.common.file.FileChooser;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.inbox.internal.Messages;
import org.kontor.ui.inbox.internal.Words;
import org.kontor.ui.inbox.internal.model.Listeners;
import org.kontor.ui.inbox.internal.model.Models;

/** What every view of the inbox needs. */
public record Kit(Look look, Words words, Models models, Outside outside, FileChooser files) {
    /** The words that need nothing filled in. */
    Messages texts() {
        return words.texts();
    }

    /** Hears for as long as {@code owner} lives. */
    static <E> void hear(Widget owner, Listeners<E> of, Consumer<? super E> listener) {
        Runnable off = of.add(event -> {
            if (!owner.isDisposed()) {
                listener.accept(event);
            }
        });
        owner.addListener(org.eclipse.swt.SWT.Dispose, event -> off.run());
    }
}
