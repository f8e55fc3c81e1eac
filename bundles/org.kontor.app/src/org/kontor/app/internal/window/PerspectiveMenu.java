package org.kontor.app.internal.window;

import java.util.List;
import java.util.Locale;
import org.eclipse.e4.ui.di.AboutToShow;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.menu.ItemType;
import org.eclipse.e4.ui.model.application.ui.menu.MDirectMenuItem;
import org.eclipse.e4.ui.model.application.ui.menu.MMenuElement;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.kontor.ui.common.format.Keys;

/** Lists the perspectives in the Window menu, with their keys. */
public final class PerspectiveMenu {
    @AboutToShow
    void fill(List<MMenuElement> items, MApplication application, EModelService models, EPartService parts) {
        int number = 0;
        MPerspective shown =
                models.getActivePerspective(application.getChildren().get(0));
        for (MPerspective perspective : Perspectives.of(application, models)) {
            number++;
            MDirectMenuItem item = models.createModelElement(MDirectMenuItem.class);
            item.setElementId("org.kontor.menu.window." + perspective.getElementId());
            String key = number > 9 ? "" : "\t" + Keys.of(Locale.getDefault()).text("M1+" + number);
            item.setLabel(perspective.getLocalizedLabel() + key);
            item.setType(ItemType.RADIO);
            item.setSelected(perspective == shown);
            item.setObject(new Object() {
                @org.eclipse.e4.core.di.annotations.Execute
                void show() {
                    parts.switchPerspective(perspective);
                }
            });
            items.add(item);
        }
    }
}
