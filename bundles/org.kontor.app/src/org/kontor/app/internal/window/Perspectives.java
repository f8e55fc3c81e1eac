package org.kontor.app.internal.window;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspectiveStack;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.emf.common.util.ECollections;
import org.eclipse.emf.common.util.EList;
import org.kontor.ui.api.Anchors;

/** The perspectives that bundles have brought, in their order. */
public final class Perspectives {
    /** Those of the house; what plug-ins bring stands behind them. */
    private static final List<String> HOUSE = List.of(
            Anchors.PERSPECTIVE_INBOX,
            Anchors.PERSPECTIVE_ESCALATIONS,
            Anchors.PERSPECTIVE_REPORTING,
            Anchors.PERSPECTIVE_SETUP,
            Anchors.PERSPECTIVE_PLUGINS);

    private Perspectives() {}

    /**
     * Puts them in their order, whichever bundles are there: a fragment can name a place only beside another perspective, which
     * may come later or not at all.
     */
    public static void order(MApplication application, EModelService models) {
        for (MPerspectiveStack stack :
                models.findElements(application, Anchors.PERSPECTIVES, MPerspectiveStack.class)) {
            if (stack.getChildren() instanceof EList<MPerspective> children) {
                ECollections.sort(children, Comparator.comparingInt(Perspectives::place));
            }
        }
    }

    private static int place(MPerspective perspective) {
        int place = HOUSE.indexOf(perspective.getElementId());
        return place < 0 ? HOUSE.size() : place;
    }

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
