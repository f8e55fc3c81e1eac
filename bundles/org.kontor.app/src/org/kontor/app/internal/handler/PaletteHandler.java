package org.kontor.app.internal.handler;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.kontor.app.internal.window.TopBar;

/** Opens the command palette. */
public final class PaletteHandler {
    @Execute
    void open(MApplication application, EModelService models) {
        TopBar.of(application, models).forEach(TopBar::openPalette);
    }
}
