package org.kontor.ui.escalation.internal.window;

import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.kontor.ui.api.Commands;

/** Shows a perspective, as the product's window does. */
public final class ShowHandler {
    @Execute
    void show(
            @Named(Commands.PERSPECTIVE_ID) String id,
            MApplication application,
            EModelService models,
            EPartService parts) {
        models.findElements(application, id, MPerspective.class).forEach(parts::switchPerspective);
    }
}
