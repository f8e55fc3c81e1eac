package org.kontor.app.internal.window;

import java.util.List;
import java.util.Optional;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspectiveStack;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.kontor.ui.api.Anchors;

/** The perspectives that bundles have brought, in their order. */
public final class Perspectives {
    private Perspectives() {}

    /** All that may be shown. */
    public static List<MPerspective> of(MApplication application, EModelService models) {
        return models.findElements(application, Anchors.PERSPECTIVES, MPerspectiveStack.class).stream()
                .flatMap(stack -> stack.getChildren().stream())
                .filter(MUIElement::isVisible)
                .toList();
    }

    /**
     * The one that is meant.
     *
     * @param id an element id, or a position counted from 1
     */
    public static Optional<MPerspective> find(MApplication application, EModelService models, String id) {
        List<MPerspective> all = of(application, models);
        if (id.matches("[1-9]")) {
            return all.stream().skip(Integer.parseInt(id) - 1L).findFirst();
        }
        return all.stream().filter(each -> id.equals(each.getElementId())).findFirst();
    }
}
