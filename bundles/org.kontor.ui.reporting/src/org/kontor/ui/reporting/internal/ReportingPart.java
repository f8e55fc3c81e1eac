package org.kontor.ui.reporting.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import org.eclipse.e4.core.commands.ECommandService;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.kontor.api.access.Grants;
import org.kontor.api.report.Reports;
import org.kontor.api.store.ConversationRef;
import org.kontor.api.store.Store;
import org.kontor.ui.api.Anchors;
import org.kontor.ui.api.BrandFilter;
import org.kontor.ui.api.Commands;
import org.kontor.ui.api.ContextKeys;
import org.kontor.ui.api.TimeRange;
import org.kontor.ui.api.Topics;
import org.kontor.ui.common.file.FileChooser;
import org.kontor.ui.common.format.Times;
import org.kontor.ui.common.look.Look;
import org.kontor.ui.common.work.Work;
import org.kontor.ui.reporting.internal.model.Messages;
import org.kontor.ui.reporting.internal.model.ReportingModel;
import org.kontor.ui.reporting.internal.model.ReportingServices;
import org.kontor.ui.reporting.internal.view.Desk;
import org.kontor.ui.reporting.internal.view.ReportingView;

/** The perspective's one part: a view over its model. */
public final class ReportingPart {
    private final ReportingModel model;
    private final Desk desk;
    private final IEventBroker broker;
    private final ECommandService commands;
    private final EHandlerService handlers;
    private @Nullable ReportingView view;

    @Inject
    public ReportingPart(
            Reports reports,
            Store store,
            Grants grants,
            Work work,
            Look look,
            FileChooser files,
            IEventBroker broker,
            ECommandService commands,
            EHandlerService handlers) {
        this.broker = broker;
        this.commands = commands;
        this.handlers = handlers;
        desk = new Desk(look, Messages.here(), Times.here(), files);
        model = new ReportingModel(new ReportingServices(reports, store, grants, work), desk.messages());
    }

    @PostConstruct
    void create(Composite parent) {
        parent.setLayout(new FillLayout());
        view = new ReportingView(parent, desk, model, this::open);
        model.reload();
    }

    /** Follows the brand filter of the top bar. */
    @Inject
    void filter(@Optional @Nullable @Named(ContextKeys.BRANDS) BrandFilter filter) {
        if (filter != null) {
            model.brands(filter.brands());
        }
    }

    /** Follows the time range of the top bar. */
    @Inject
    void range(@Optional @Nullable @Named(ContextKeys.RANGE) TimeRange range) {
        if (range != null) {
            model.range(range);
        }
    }

    private void open(ConversationRef ref) {
        handlers.executeHandler(commands.createCommand(
                Commands.SHOW_PERSPECTIVE, Map.of(Commands.PERSPECTIVE_ID, Anchors.PERSPECTIVE_INBOX)));
        broker.post(Topics.OPEN_CONVERSATION, ref);
    }

    @Focus
    void focus() {
        ReportingView shown = view;
        if (shown != null) {
            shown.focus();
        }
    }

    @PreDestroy
    void close() {
        model.close();
    }
}
