package org.kontor.app.internal.window;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MPartStack;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;
import org.kontor.ui.api.Anchors;

/** The drawer below the perspectives, with tools that belong to none of them. */
@Creatable
@Singleton
public final class Drawer {
    private final MApplication application;
    private final EModelService models;
    private final EPartService parts;

    @Inject
    public Drawer(MApplication application, EModelService models, EPartService parts) {
        this.application = application;
        this.models = models;
        this.parts = parts;
    }

    /** Shows a tool; hides it if it is what the drawer shows already. */
    public void toggle(String partId) {
        for (MPartStack stack : models.findElements(application, Anchors.TOOLS, MPartStack.class)) {
            for (MPart part : models.findElements(stack, partId, MPart.class)) {
                if (stack.isVisible() && part.isToBeRendered() && stack.getSelectedElement() == part) {
                    parts.hidePart(part);
                    stack.setVisible(stack.getChildren().stream().anyMatch(each -> each.isToBeRendered()));
                } else {
                    part.setToBeRendered(true);
                    stack.setVisible(true);
                    parts.showPart(part, PartState.ACTIVATE);
                }
            }
        }
    }
}
