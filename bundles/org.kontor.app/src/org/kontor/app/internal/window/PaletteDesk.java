package org.kontor.app.internal.window;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.e4.core.commands.ECommandService;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.core.services.nls.Translation;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.kontor.app.internal.Messages;
import org.kontor.app.internal.model.FactsFeed;
import org.kontor.app.internal.palette.LaneFinder;
import org.kontor.app.internal.palette.ModelHits;
import org.kontor.app.internal.palette.PaletteGroup;
import org.kontor.app.internal.palette.PaletteModel;
import org.kontor.app.internal.palette.PaletteSources;
import org.kontor.ui.api.Anchors;
import org.kontor.ui.api.Commands;
import org.kontor.ui.api.Topics;
import org.kontor.ui.api.palette.PaletteEntry.Action;
import org.kontor.ui.api.state.ViewStates;
import org.kontor.ui.common.work.Work;
import org.osgi.service.log.Logger;
import org.osgi.service.log.LoggerFactory;

/** What the palette knows of the window around it: what can be chosen, and how it is done. */
@Creatable
final class PaletteDesk {
    private final MApplication application;
    private final EModelService models;
    private final IEventBroker broker;
    private final Messages texts;
    private final FactsFeed feed;
    private final BrandSelection brands;
    private final Logger log;
    private final PaletteModel model;

    @Inject
    PaletteDesk(
            MApplication application,
            EModelService models,
            IEventBroker broker,
            @Translation Messages texts,
            FactsFeed feed,
            BrandSelection brands,
            Work work,
            PaletteSources sources,
            ViewStates states,
            LoggerFactory logs) {
        this.application = application;
        this.models = models;
        this.broker = broker;
        this.texts = texts;
        this.feed = feed;
        this.brands = brands;
        log = logs.getLogger(PaletteDesk.class, Logger.class);
        model = new PaletteModel(
                new LaneFinder(work, sources, texts.palette_conversations, brands::filter),
                states,
                texts.palette_recent);
    }

    /** What the palette shows. */
    PaletteModel model() {
        return model;
    }

    /** What can be chosen at once. */
    List<PaletteGroup> groups() {
        IEclipseContext active = active();
        return new ModelHits(
                        application,
                        models,
                        active.get(ECommandService.class),
                        active.get(EHandlerService.class),
                        texts,
                        e -> log.warn("A command cannot tell whether it can run", e))
                .groups(feed.facts().brands());
    }

    /** Does what was chosen. */
    void run(Action action) {
        switch (action) {
            case Action.RunCommand(String command, Map<String, String> parameters) -> execute(command, parameters);
            case Action.ShowBrands(var filter) -> brands.choose(filter);
            case Action.OpenConversation(var conversation) -> {
                showInbox();
                broker.post(Topics.OPEN_CONVERSATION, conversation);
            }
        }
    }

    /** Brings the inbox to the front. */
    void showInbox() {
        execute(Commands.SHOW_PERSPECTIVE, Map.of(Commands.PERSPECTIVE_ID, Anchors.PERSPECTIVE_INBOX));
    }

    private void execute(String command, Map<String, String> parameters) {
        IEclipseContext active = active();
        ParameterizedCommand ready =
                active.get(ECommandService.class).createCommand(command, new HashMap<>(parameters));
        EHandlerService handlers = active.get(EHandlerService.class);
        // A plug-in's entry may name a command that went with another plug-in.
        if (ready != null && handlers.canExecute(ready)) {
            handlers.executeHandler(ready);
        }
    }

    private IEclipseContext active() {
        return application.getContext().getActiveLeaf();
    }
}
