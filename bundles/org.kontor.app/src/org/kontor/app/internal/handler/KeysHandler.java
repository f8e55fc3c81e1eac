package org.kontor.app.internal.handler;

import jakarta.inject.Named;
import java.util.Locale;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.services.nls.Translation;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.swt.widgets.Shell;
import org.kontor.app.internal.Messages;
import org.kontor.app.internal.dialog.KeyList;
import org.kontor.app.internal.dialog.KeysSheet;
import org.kontor.ui.common.format.Keys;
import org.kontor.ui.common.look.Look;

/** Lists every key of the window and of the plug-ins in it. */
public final class KeysHandler {
    @Execute
    void show(
            MApplication application,
            Look look,
            @Translation Messages texts,
            @Named(IServiceConstants.ACTIVE_SHELL) Shell shell) {
        KeyList keys = KeyList.of(application, Keys.of(Locale.getDefault()));
        new KeysSheet(shell, look, texts, keys).open();
    }
}
