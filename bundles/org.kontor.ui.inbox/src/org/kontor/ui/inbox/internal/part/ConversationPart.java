package org.kontor.ui.inbox.internal.part;

import jakarta.annotation.PostConstruct;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.services.EContextService;
import org.eclipse.swt.widgets.Composite;
import org.kontor.ui.inbox.internal.InboxSession;
import org.kontor.ui.inbox.internal.Stage;
import org.kontor.ui.inbox.internal.view.ConversationView;

/** The conversation that is open, with the reply. */
public final class ConversationPart extends InboxPart {
    @PostConstruct
    void create(Composite parent, InboxSession session, EContextService contexts) {
        Stage stage = session.stage();
        fill(parent, session, contexts, pane -> kit -> {
            ConversationView view = new ConversationView(pane, kit, stage::focusList);
            stage.conversation(view);
            return view;
        });
    }

    @Focus
    void focus() {
        focusView();
    }
}
