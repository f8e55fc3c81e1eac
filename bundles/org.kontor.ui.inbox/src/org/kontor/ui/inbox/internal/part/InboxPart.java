package org.kontor.ui.inbox.internal.part;

import java.util.function.Function;
import org.eclipse.e4.ui.services.EContextService;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.common.look.Icon;
import org.kontor.ui.common.widget.EmptyState;
import org.kontor.ui.inbox.internal.InboxSession;
import org.kontor.ui.inbox.internal.view.Kit;

/** A pane of the inbox: it waits for the house without holding up the window, then shows its view. */
abstract class InboxPart {
    private static final int PATIENCE_MS = 300;

    private @Nullable Composite view;

    /** Fills the pane. */
    final void fill(
            Composite parent,
            InboxSession session,
            EContextService contexts,
            Function<Composite, Function<Kit, Composite>> maker) {
        parent.setLayout(new FillLayout());
        BrowseKeys.follow(parent, contexts);
        parent.getDisplay().timerExec(PATIENCE_MS, () -> {
            if (!parent.isDisposed() && view == null && parent.getChildren().length == 0) {
                EmptyState state = new EmptyState(parent, session.look());
                state.show(Icon.INBOX, session.words().texts().list_loading);
                parent.layout();
            }
        });
        session.whenOpen(kit -> {
            if (!parent.isDisposed()) {
                for (var child : parent.getChildren()) {
                    child.dispose();
                }
                view = maker.apply(parent).apply(kit);
                parent.layout();
            }
        });
    }

    /** Gives the focus to the view; where something in it has the focus already, that is what the user chose. */
    final void focusView() {
        Composite shown = view;
        if (shown != null && !shown.isDisposed() && !holdsFocus(shown)) {
            shown.setFocus();
        }
    }

    private static boolean holdsFocus(Composite pane) {
        Control at = pane.getDisplay().getFocusControl();
        while (at != null && at != pane) {
            at = at.getParent();
        }
        return at == pane;
    }
}
