package org.kontor.ui.inbox.internal.part;

import jakarta.annotation.PostConstruct;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.services.EContextService;
import org.eclipse.swt.widgets.Composite;
import org.kontor.ui.inbox.internal.InboxSession;
import org.kontor.ui.inbox.internal.view.CustomerView;

/** The person's card. */
public final class CustomerPart extends InboxPart {
    @PostConstruct
    void create(Composite parent, InboxSession session, EContextService contexts) {
        fill(parent, session, contexts, pane -> kit -> new CustomerView(pane, kit));
    }

    @Focus
    void focus() {
        focusView();
    }
}
