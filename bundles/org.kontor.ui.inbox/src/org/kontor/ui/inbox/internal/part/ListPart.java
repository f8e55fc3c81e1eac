package org.kontor.ui.inbox.internal.part;

import jakarta.annotation.PostConstruct;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.services.EContextService;
import org.eclipse.swt.widgets.Composite;
import org.kontor.ui.api.Topics;
import org.kontor.ui.inbox.internal.InboxSession;
import org.kontor.ui.inbox.internal.Stage;
import org.kontor.ui.inbox.internal.view.ListView;

/** The list of conversations. It holds the widths of all four panes too: it is the one that is always there. */
public final class ListPart extends InboxPart {
    @PostConstruct
    void create(Composite parent, InboxSession session, EContextService contexts, MPart part, IEventBroker broker) {
        Stage stage = session.stage();
        fill(parent, session, contexts, pane -> kit -> {
            ListView view = new ListView(pane, kit, stage::write, () -> broker.post(Topics.ROWS_PAINTED, Boolean.TRUE));
            stage.list(view);
            return view;
        });
        Columns.hold(parent, part);
    }

    @Focus
    void focus() {
        focusView();
    }
}
