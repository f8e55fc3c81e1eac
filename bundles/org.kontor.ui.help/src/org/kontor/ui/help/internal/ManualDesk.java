package org.kontor.ui.help.internal;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.e4.core.commands.ECommandService;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.api.Anchors;
import org.kontor.ui.api.state.ViewStates;
import org.kontor.ui.common.format.Keys;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.work.Work;
import org.kontor.ui.help.internal.model.HelpModel;
import org.kontor.ui.help.internal.model.Manual;
import org.kontor.ui.help.internal.model.Messages;
import org.kontor.ui.help.internal.model.PageId;
import org.kontor.ui.help.internal.model.Terms;
import org.kontor.ui.help.internal.view.ManualWindow;
import org.osgi.framework.FrameworkUtil;

/** Keeps the one window of the manual and what it shows. Belongs to the UI thread. */
public final class ManualDesk {
    private static final String SIZE = "org.kontor.ui.help.size";

    private final MApplication application;
    private final EModelService models;
    private final Look look;
    private final Work work;
    private final Messages texts = Messages.here();
    private final HelpModel model = new HelpModel(texts);
    private @Nullable ManualWindow window;

    @Inject
    public ManualDesk(
            MApplication application,
            EModelService models,
            Look look,
            Work work,
            @Optional @Nullable ViewStates states) {
        this.application = application;
        this.models = models;
        this.look = look;
        this.work = work;
        if (states != null) {
            keepSize(states);
        }
    }

    /** The size of text outlives a restart, as glasses do. */
    private void keepSize(ViewStates states) {
        states.get(SIZE)
                .filter(kept -> kept.matches("[0-9]{1,3}"))
                .ifPresent(kept -> model.size(Integer.parseInt(kept)));
        int[] before = {model.size()};
        model.onChange(() -> {
            if (before[0] != model.size()) {
                before[0] = model.size();
                states.put(SIZE, Integer.toString(model.size()));
            }
        });
    }

    /**
     * Brings the manual to the front.
     *
     * @param page {@code BUNDLE/NAME}; empty for the page about the perspective in front
     */
    void open(String page) {
        ManualWindow shown = window;
        if (shown == null || shown.gone()) {
            shown = new ManualWindow(mainShell(), look, work, model, texts, this::run);
            window = shown;
        }
        shown.open();
        if (model.manual().isPresent()) {
            choose(page);
        } else {
            load(shown, page);
        }
    }

    private void load(ManualWindow shown, String page) {
        // Bundles and bindings come and go with a restart only, so once is enough.
        Terms terms = new Terms(Keys.of(Locale.getDefault()), texts, BoundKeys.of(application));
        List<BundleShelf> shelves =
                BundleShelf.all(FrameworkUtil.getBundle(ManualDesk.class).getBundleContext());
        work.run(
                texts.text("job.load"),
                ManualDesk.class,
                monitor -> Manual.read(shelves, terms),
                read -> {
                    model.take(read);
                    choose(page);
                },
                fault -> {
                    if (!shown.gone()) {
                        shown.failed(
                                Objects.requireNonNullElse(fault.getMessage(), fault.toString()),
                                () -> load(shown, page));
                    }
                });
    }

    private void choose(String page) {
        PageId.parse(page).ifPresentOrElse(model::open, () -> model.openAbout(perspective()));
    }

    private MWindow mainWindow() {
        return models.findElements(application, Anchors.WINDOW, MWindow.class).stream()
                .findFirst()
                .orElseGet(() -> application.getChildren().getFirst());
    }

    private Shell mainShell() {
        if (mainWindow().getWidget() instanceof Shell shell) {
            return shell;
        }
        throw new IllegalStateException("the window has no shell");
    }

    private String perspective() {
        MPerspective front = models.getActivePerspective(mainWindow());
        return front == null ? "" : front.getElementId();
    }

    /** Runs a command that a link names. */
    private boolean run(String id) {
        EHandlerService handlers = application.getContext().get(EHandlerService.class);
        ParameterizedCommand command =
                application.getContext().get(ECommandService.class).createCommand(id, Map.of());
        if (command == null || !handlers.canExecute(command)) {
            return false;
        }
        handlers.executeHandler(command);
        return true;
    }
}
