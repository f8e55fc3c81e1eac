package org.kontor.app.internal.launch;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspectiveStack;
import org.eclipse.e4.ui.model.application.ui.basic.MPartStack;
import org.eclipse.e4.ui.model.application.ui.basic.MTrimmedWindow;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Monitor;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;
import org.kontor.api.id.BrandId;
import org.kontor.app.internal.model.Frame;
import org.kontor.app.internal.model.Preferences;
import org.kontor.app.internal.model.RangeText;
import org.kontor.app.internal.model.WindowState;
import org.kontor.app.internal.window.Perspectives;
import org.kontor.ui.api.Anchors;
import org.kontor.ui.api.BrandFilter;
import org.kontor.ui.api.ContextKeys;
import org.kontor.ui.api.TimeRange;

/** Carries the state of the window between our record and the model of the platform. */
final class ModelState {
    private static final String MAXIMISED = "shellMaximized";

    private ModelState() {}

    /** Sets the order of perspectives, and which one shows, shares, filter and range as they were. */
    static void apply(MApplication application, EModelService models, WindowState state, Preferences chosen) {
        Perspectives.order(application, models);
        state.shares()
                .forEach((id, share) -> models.findElements(application, id, MUIElement.class)
                        .forEach(element -> element.setContainerData(Integer.toString(share))));
        // The chosen one may have gone with its plug-in: then the one that was left, which may have gone as well.
        for (MPerspectiveStack stack : stack(application, models)) {
            Stream.of(chosen.perspective(), state.perspective())
                    .flatMap(id -> stack.getChildren().stream()
                            .filter(each -> each.getElementId().equals(id)))
                    .findFirst()
                    .ifPresent(stack::setSelectedElement);
        }
        openTool(application, models, state.tool());
        Set<BrandId> brands = state.brands().stream().map(BrandId::new).collect(Collectors.toSet());
        application.getContext().set(ContextKeys.BRANDS, new BrandFilter(brands));
        application.getContext().set(ContextKeys.RANGE, RangeText.read(state.range()));
    }

    private static void openTool(MApplication application, EModelService models, @Nullable String tool) {
        for (MPartStack drawer : models.findElements(application, Anchors.TOOLS, MPartStack.class)) {
            drawer.getChildren().stream()
                    .filter(each -> each.getElementId().equals(tool))
                    .findFirst()
                    .ifPresent(part -> {
                        part.setToBeRendered(true);
                        drawer.setSelectedElement(part);
                        drawer.setVisible(true);
                    });
        }
    }

    /** Sets bounds that lie on a screen that is there. */
    static void place(MApplication application, EModelService models, WindowState state, Display display) {
        Frame before = state.frame();
        List<Frame> screens = Arrays.stream(display.getMonitors())
                .map(Monitor::getClientArea)
                .map(ModelState::frame)
                .toList();
        Frame primary = frame(display.getPrimaryMonitor().getClientArea());
        Frame frame = before == null
                ? Frame.first(primary)
                : before.within(screens.stream()
                        .max(Comparator.comparingLong(before::overlap))
                        .filter(screen -> before.overlap(screen) > 0)
                        .orElse(primary));
        for (MWindow window : windows(application, models)) {
            window.setX(frame.x());
            window.setY(frame.y());
            window.setWidth(frame.width());
            window.setHeight(frame.height());
            if (state.maximised()) {
                window.getTags().add(MAXIMISED);
            }
        }
    }

    /** The state as it is now. */
    static WindowState capture(MApplication application, EModelService models, Shell shell, WindowState before) {
        Frame frame = shell.getMaximized() || shell.getMinimized() ? before.frame() : frame(shell.getBounds());
        return capture(application, models, frame, shell.getMaximized(), before);
    }

    /** The state as the model has it, with the place that the window has on the screen. */
    static WindowState capture(
            MApplication application,
            EModelService models,
            @Nullable Frame frame,
            boolean maximised,
            WindowState before) {
        Map<String, Integer> shares = new HashMap<>();
        models.findElements(application, null, MUIElement.class).stream()
                .filter(each -> each.getElementId() != null && each.getContainerData() != null)
                .forEach(each -> share(each).ifPresent(share -> shares.put(each.getElementId(), share)));
        String perspective = stack(application, models).stream()
                .map(MPerspectiveStack::getSelectedElement)
                .filter(Objects::nonNull)
                .map(MPerspective::getElementId)
                .findFirst()
                .orElse(before.perspective());
        String tool = models.findElements(application, Anchors.TOOLS, MPartStack.class).stream()
                .filter(MUIElement::isVisible)
                .map(MPartStack::getSelectedElement)
                .filter(each -> each != null && each.isToBeRendered())
                .map(MUIElement::getElementId)
                .findFirst()
                .orElse(null);
        BrandFilter filter = (BrandFilter) application.getContext().get(ContextKeys.BRANDS);
        Set<Long> brands = filter == null
                ? Set.of()
                : filter.brands().stream().map(BrandId::value).collect(Collectors.toSet());
        TimeRange chosen = (TimeRange) application.getContext().get(ContextKeys.RANGE);
        String range = chosen == null ? before.range() : RangeText.write(chosen);
        return new WindowState(frame, maximised, perspective, shares, tool, brands, range);
    }

    private static java.util.Optional<Integer> share(MUIElement element) {
        try {
            return java.util.Optional.of(
                    Integer.valueOf(element.getContainerData().trim()));
        } catch (NumberFormatException e) {
            // Containers other than sashes may keep something else there: not ours to remember.
            return java.util.Optional.empty();
        }
    }

    private static List<MPerspectiveStack> stack(MApplication application, EModelService models) {
        return models.findElements(application, Anchors.PERSPECTIVES, MPerspectiveStack.class);
    }

    private static List<MTrimmedWindow> windows(MApplication application, EModelService models) {
        return models.findElements(application, Anchors.WINDOW, MTrimmedWindow.class);
    }

    private static Frame frame(@Nullable Rectangle area) {
        return area == null ? new Frame(0, 0, 0, 0) : new Frame(area.x, area.y, area.width, area.height);
    }
}
