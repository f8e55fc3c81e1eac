package org.kontor.app.internal.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.e4.ui.model.application.MAddon;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.MApplicationElement;
import org.eclipse.e4.ui.model.application.MApplicationFactory;
import org.eclipse.e4.ui.model.application.ui.basic.MBasicFactory;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MPartStack;
import org.eclipse.e4.ui.model.application.ui.basic.MTrimmedWindow;
import org.junit.jupiter.api.Test;

class PluginElementsTest {
    private final MApplication application = MApplicationFactory.INSTANCE.createApplication();
    private final MTrimmedWindow window = MBasicFactory.INSTANCE.createTrimmedWindow();
    private final MPartStack stack = MBasicFactory.INSTANCE.createPartStack();

    private static <E extends MApplicationElement> E from(String bundle, E element) {
        element.setContributorURI("platform:/plugin/" + bundle);
        return element;
    }

    @Test
    void whatAPlugInBroughtIsGoneAndTheRestStays() {
        MPart ours = from("org.kontor.ui.inbox", MBasicFactory.INSTANCE.createPart());
        MPart theirs = from("sample.hostile", MBasicFactory.INSTANCE.createPart());
        MPart others = from("sample.nordwind", MBasicFactory.INSTANCE.createPart());
        MAddon addon = from("sample.hostile", MApplicationFactory.INSTANCE.createAddon());
        application.getAddons().add(addon);
        application.getChildren().add(window);
        window.getChildren().add(stack);
        stack.getChildren().add(ours);
        stack.getChildren().add(theirs);
        stack.getChildren().add(others);

        assertThat(PluginElements.remove(application, "sample.hostile"::equals)).isEqualTo(2);
        assertThat(stack.getChildren()).hasSize(2).contains(ours, others);
        assertThat(application.getAddons()).isEmpty();
        assertThat(application.getChildren()).containsExactly(window);
    }
}
