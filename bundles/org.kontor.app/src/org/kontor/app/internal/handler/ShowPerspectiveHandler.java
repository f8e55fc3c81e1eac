package org.kontor.app.internal.handler;

import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.kontor.app.internal.window.Perspectives;
import org.kontor.ui.api.Commands;

/** Shows a perspective by its id or its place in the switcher. */
public final class ShowPerspectiveHandler {
    @Execute
    void show(
            @Named(Commands.PERSPECTIVE_ID) String id,
            MApplication application,
            EModelService models,
            EPartService parts) {
        Perspectives.find(application, models, id).ifPresent(parts::switchPerspective);
    }
}
