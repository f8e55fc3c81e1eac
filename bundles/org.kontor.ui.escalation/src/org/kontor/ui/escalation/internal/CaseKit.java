package org.kontor.ui.escalation.internal;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import org.eclipse.e4.core.commands.ECommandService;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.kontor.api.access.Grants;
import org.kontor.api.cases.CaseRef;
import org.kontor.api.cases.Cases;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.Store;
import org.kontor.ui.api.Anchors;
import org.kontor.ui.api.Commands;
import org.kontor.ui.api.Topics;
import org.kontor.ui.common.format.Times;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.work.Work;
import org.kontor.ui.escalation.internal.model.BoardModel;
import org.kontor.ui.escalation.internal.model.CaseKey;
import org.kontor.ui.escalation.internal.model.CaseModel;
import org.kontor.ui.escalation.internal.model.CaseWords;
import org.kontor.ui.escalation.internal.model.EscalationServices;
import org.kontor.ui.escalation.internal.model.Messages;
import org.kontor.ui.escalation.internal.view.Desk;

/** Puts together what parts and handlers need: services, words, models, and the ways into other rooms. */
@Creatable
public final class CaseKit {
    private final EscalationServices services;
    private final Desk desk;
    private final IEventBroker broker;
    private final ECommandService commands;
    private final EHandlerService handlers;

    @Inject
    public CaseKit(
            Cases cases,
            Store store,
            Grants grants,
            Work work,
            Look look,
            IEventBroker broker,
            ECommandService commands,
            EHandlerService handlers) {
        services = new EscalationServices(cases, store, grants, work, InstantSource.system());
        Messages messages = Messages.here();
        desk = new Desk(look, messages, new CaseWords(messages, Times.here(), services.clock()));
        this.broker = broker;
        this.commands = commands;
        this.handlers = handlers;
    }

    /** What widgets are made with. */
    public Desk desk() {
        return desk;
    }

    /** The house. */
    public EscalationServices services() {
        return services;
    }

    /** A model of the board; the part closes it. */
    public BoardModel board() {
        return new BoardModel(services, desk.messages(), ZoneId.systemDefault());
    }

    /** A model of an editor; the part closes it. */
    public CaseModel model(CaseRef ref) {
        return new CaseModel(services, desk.messages(), ref);
    }

    /** Shows the perspective of the cases. */
    public void showPerspective() {
        show(Anchors.PERSPECTIVE_ESCALATIONS);
    }

    /** Shows a conversation in the inbox. */
    public void open(ConversationRef conversation) {
        show(Anchors.PERSPECTIVE_INBOX);
        broker.post(Topics.OPEN_CONVERSATION, conversation);
    }

    /** Opens a case in its editor. */
    public void open(CaseRef ref) {
        handlers.executeHandler(commands.createCommand(Commands.OPEN_CASE, Map.of(Commands.CASE_ID, CaseKey.of(ref))));
    }

    private void show(String perspective) {
        handlers.executeHandler(
                commands.createCommand(Commands.SHOW_PERSPECTIVE, Map.of(Commands.PERSPECTIVE_ID, perspective)));
    }
}
