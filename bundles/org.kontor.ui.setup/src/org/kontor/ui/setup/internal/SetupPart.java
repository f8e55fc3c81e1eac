package org.kontor.ui.setup.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.e4.core.commands.ECommandService;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.kontor.api.audit.AuditSubject;
import org.kontor.api.id.AccountId;
import org.kontor.api.id.BrandId;
import org.kontor.api.store.ConversationRef;
import org.kontor.ui.api.Anchors;
import org.kontor.ui.api.Commands;
import org.kontor.ui.api.Topics;
import org.kontor.ui.setup.internal.handler.AddAccountHandler;
import org.kontor.ui.setup.internal.model.Node;
import org.kontor.ui.setup.internal.model.SetupModel;
import org.kontor.ui.setup.internal.view.SetupView;

/** The perspective's one part: a view over its model. */
public final class SetupPart {
    private final ECommandService commands;
    private final EHandlerService handlers;
    private final IEventBroker broker;
    private final SetupModel model;
    private final UnsavedForms unsaved;
    private final SetupKit kit;
    private @Nullable SetupView view;

    @Inject
    public SetupPart(
            SetupKit kit,
            UnsavedForms unsaved,
            ECommandService commands,
            EHandlerService handlers,
            IEventBroker broker) {
        this.broker = broker;
        this.kit = kit;
        this.unsaved = unsaved;
        this.commands = commands;
        this.handlers = handlers;
        model = kit.model();
    }

    @PostConstruct
    void create(Composite parent) {
        parent.setLayout(new FillLayout());
        view = new SetupView(parent, kit.desk(), model, kit.clock(), new SetupView.Ways() {
            @Override
            public void addBrand() {
                execute(Commands.ADD_BRAND, Map.of());
            }

            @Override
            public void addAccount(BrandId brand) {
                execute(Commands.ADD_ACCOUNT, Map.of(AddAccountHandler.BRAND, String.valueOf(brand.value())));
            }

            @Override
            public void show(BrandId brand, AuditSubject subject) {
                open(brand, subject);
            }
        });
        model.onChange(() -> unsaved.set(model.unsaved()));
        model.reload();
    }

    @Focus
    void focus() {
        SetupView shown = view;
        if (shown != null) {
            shown.focus();
        }
    }

    @PreDestroy
    void close() {
        unsaved.set(List.of());
        model.close();
    }

    /** Keeps the form that is open. */
    public void save() {
        SetupView shown = view;
        if (shown != null) {
            shown.save();
        }
    }

    @Inject
    @Optional
    void created(@UIEventTopic(SetupTopics.CREATED) @Nullable AccountId account) {
        if (account != null) {
            model.select(new Node.OfAccount(account));
            model.reload();
        }
    }

    private void open(BrandId brand, AuditSubject subject) {
        switch (subject) {
            case AuditSubject.OfConversation c -> {
                execute(Commands.SHOW_PERSPECTIVE, Map.of(Commands.PERSPECTIVE_ID, Anchors.PERSPECTIVE_INBOX));
                broker.post(Topics.OPEN_CONVERSATION, new ConversationRef(brand, c.id()));
            }
            case AuditSubject.OfCase c ->
                execute(Commands.OPEN_CASE, Map.of(Commands.CASE_ID, brand.value() + ":" + c.id().value()));
            case AuditSubject.OfAccount a -> model.select(new Node.OfAccount(a.id()));
            case AuditSubject.OfBrand b -> model.select(new Node.OfBrand(b.id()));
        }
    }

    private void execute(String id, Map<String, Object> parameters) {
        ParameterizedCommand command = commands.createCommand(id, parameters);
        handlers.executeHandler(command);
    }
}
