package org.kontor.app.internal.handler;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.kontor.app.internal.window.TopBar;

/** Puts the cursor into the search field. */
public final class SearchHandler {
    @Execute
    void search(MApplication application, EModelService models) {
        TopBar.of(application, models).forEach(TopBar::focusSearch);
    }
}
