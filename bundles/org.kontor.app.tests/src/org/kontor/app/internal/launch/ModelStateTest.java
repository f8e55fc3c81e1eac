package org.kontor.app.internal.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.e4.core.contexts.EclipseContextFactory;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.internal.workbench.ModelServiceImpl;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspectiveStack;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MPartSashContainer;
import org.eclipse.e4.ui.model.application.ui.basic.MPartStack;
import org.eclipse.e4.ui.model.application.ui.basic.MTrimmedWindow;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.junit.jupiter.api.Test;
import org.kontor.app.internal.model.Frame;
import org.kontor.app.internal.model.Preferences;
import org.kontor.app.internal.model.WindowState;
import org.kontor.ui.api.Anchors;
import org.kontor.ui.api.BrandFilter;
import org.kontor.ui.api.ContextKeys;
import org.kontor.ui.api.TimeRange;
import org.osgi.framework.FrameworkUtil;

/** What the window is before it is built: on models made here, each as a start finds it. */
class ModelStateTest {
    private static final String FOREIGN = "org.example.perspective.board";
    private static final Frame FRAME = new Frame(10, 20, 1200, 800);

    private final EModelService models = new ModelServiceImpl(EclipseContextFactory.getServiceContext(
            FrameworkUtil.getBundle(ModelState.class).getBundleContext()));

    @Test
    void perspectivesStandInOneOrderWhicheverBundlesAreThere() {
        MApplication all = application(
                FOREIGN,
                Anchors.PERSPECTIVE_PLUGINS,
                Anchors.PERSPECTIVE_SETUP,
                Anchors.PERSPECTIVE_REPORTING,
                Anchors.PERSPECTIVE_INBOX,
                Anchors.PERSPECTIVE_ESCALATIONS);
        start(all, WindowState.NONE, Preferences.NONE);
        assertThat(order(all))
                .containsExactly(
                        Anchors.PERSPECTIVE_INBOX,
                        Anchors.PERSPECTIVE_ESCALATIONS,
                        Anchors.PERSPECTIVE_REPORTING,
                        Anchors.PERSPECTIVE_SETUP,
                        Anchors.PERSPECTIVE_PLUGINS,
                        FOREIGN);
        MApplication few = application(Anchors.PERSPECTIVE_SETUP, FOREIGN, Anchors.PERSPECTIVE_REPORTING);
        start(few, WindowState.NONE, Preferences.NONE);
        assertThat(order(few)).containsExactly(Anchors.PERSPECTIVE_REPORTING, Anchors.PERSPECTIVE_SETUP, FOREIGN);
    }

    @Test
    void aSecondStartShowsWhatTheFirstOneLeft() {
        MApplication first = application(Anchors.PERSPECTIVE_INBOX, Anchors.PERSPECTIVE_REPORTING);
        start(first, WindowState.NONE, Preferences.NONE);
        stack(first).setSelectedElement(stack(first).getChildren().get(1));
        find(first, Anchors.PERSPECTIVE_INBOX + ".left").setContainerData("3100");
        find(first, Anchors.PERSPECTIVE_REPORTING + ".right").setContainerData("7300");
        first.getContext().set(ContextKeys.RANGE, new TimeRange(TimeRange.Preset.THIS_YEAR));
        first.getContext().set(ContextKeys.BRANDS, new BrandFilter(Set.of(new org.kontor.api.id.BrandId(7))));
        openTool(first, "tool.progress");
        WindowState left = ModelState.capture(first, models, FRAME, true, WindowState.NONE);

        MApplication second = application(Anchors.PERSPECTIVE_REPORTING, Anchors.PERSPECTIVE_INBOX);
        start(second, left, Preferences.NONE);
        assertThat(selected(second)).isEqualTo(Anchors.PERSPECTIVE_REPORTING);
        assertThat(find(second, Anchors.PERSPECTIVE_INBOX + ".left").getContainerData())
                .isEqualTo("3100");
        assertThat(second.getContext().get(ContextKeys.RANGE)).isEqualTo(new TimeRange(TimeRange.Preset.THIS_YEAR));
        assertThat(find(second, "tool.progress").isToBeRendered()).isTrue();
        assertThat(find(second, "tool.log").isToBeRendered()).isFalse();
        assertThat(ModelState.capture(second, models, FRAME, true, WindowState.NONE))
                .isEqualTo(left);
    }

    @Test
    void theChosenPerspectiveIsShownAtTheStartAsLongAsItIsThere() {
        WindowState left = new WindowState(null, false, Anchors.PERSPECTIVE_INBOX, Map.of(), null, Set.of(), null);
        Preferences chosen = new Preferences(null, null, Anchors.PERSPECTIVE_SETUP);
        MApplication there = application(Anchors.PERSPECTIVE_INBOX, Anchors.PERSPECTIVE_SETUP);
        start(there, left, chosen);
        assertThat(selected(there)).isEqualTo(Anchors.PERSPECTIVE_SETUP);
        MApplication gone = application(Anchors.PERSPECTIVE_REPORTING, Anchors.PERSPECTIVE_INBOX);
        start(gone, left, chosen);
        assertThat(selected(gone)).isEqualTo(Anchors.PERSPECTIVE_INBOX);
    }

    @Test
    void whatWasLeftOfAPluginThatIsGoneDoesNoHarm() {
        WindowState left = new WindowState(
                FRAME, false, FOREIGN, Map.of(FOREIGN + ".left", 4000), "tool.gone", Set.of(), "2026-13-01/x");
        MApplication application = application(Anchors.PERSPECTIVE_INBOX);
        start(application, left, Preferences.NONE);
        assertThat(application.getContext().get(ContextKeys.RANGE)).isEqualTo(TimeRange.USUAL);
        assertThat(((MPartStack) find(application, Anchors.TOOLS)).isVisible()).isFalse();
    }

    private void start(MApplication application, WindowState state, Preferences preferences) {
        ModelState.apply(application, models, state, preferences);
    }

    /** A window with perspectives of two panes each, and the drawer with two tools. */
    private MApplication application(String... perspectives) {
        MApplication application = models.createModelElement(MApplication.class);
        IEclipseContext context = EclipseContextFactory.create();
        application.setContext(context);
        MTrimmedWindow window = models.createModelElement(MTrimmedWindow.class);
        window.setElementId(Anchors.WINDOW);
        application.getChildren().add(window);
        MPerspectiveStack stack = models.createModelElement(MPerspectiveStack.class);
        stack.setElementId(Anchors.PERSPECTIVES);
        window.getChildren().add(stack);
        for (String id : perspectives) {
            MPerspective perspective = models.createModelElement(MPerspective.class);
            perspective.setElementId(id);
            MPartSashContainer sash = models.createModelElement(MPartSashContainer.class);
            for (String side : List.of(".left", ".right")) {
                MPart part = models.createModelElement(MPart.class);
                part.setElementId(id + side);
                part.setContainerData("5000");
                sash.getChildren().add(part);
            }
            perspective.getChildren().add(sash);
            stack.getChildren().add(perspective);
        }
        MPartStack drawer = models.createModelElement(MPartStack.class);
        drawer.setElementId(Anchors.TOOLS);
        drawer.setVisible(false);
        for (String id : List.of("tool.log", "tool.progress")) {
            MPart tool = models.createModelElement(MPart.class);
            tool.setElementId(id);
            tool.setToBeRendered(false);
            drawer.getChildren().add(tool);
        }
        window.getChildren().add(drawer);
        return application;
    }

    private void openTool(MApplication application, String id) {
        MPartStack drawer = (MPartStack) find(application, Anchors.TOOLS);
        MPart tool = (MPart) find(application, id);
        tool.setToBeRendered(true);
        drawer.setSelectedElement(tool);
        drawer.setVisible(true);
    }

    private MUIElement find(MApplication application, String id) {
        return models.findElements(application, id, MUIElement.class).get(0);
    }

    private MPerspectiveStack stack(MApplication application) {
        return (MPerspectiveStack) find(application, Anchors.PERSPECTIVES);
    }

    private List<String> order(MApplication application) {
        return stack(application).getChildren().stream()
                .map(MUIElement::getElementId)
                .toList();
    }

    private String selected(MApplication application) {
        MPerspective shown = stack(application).getSelectedElement();
        return shown == null ? "" : shown.getElementId();
    }
}
